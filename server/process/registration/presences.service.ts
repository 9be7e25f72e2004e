import { Injectable } from '@nestjs/common'
import type { AttendanceMode } from '#schema/vocabulary/registration.js'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId, revise, sqlState } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { requireUnclosed } from '#server/process/meetings/index.js'
import { endOf, isMeetingDay, meetingSpan } from './attendance.js'
import { Desks, type DeskAtWork } from './desks.service.js'
import { Presence } from './presence.entity.js'
import type { RegistrationOffer } from './registration-offer.entity.js'
import { Registration } from './registration.entity.js'

export interface CheckIn {
  readonly meetingId: string
  readonly mode: AttendanceMode
  /** Absent: the viewer. */
  readonly personId?: string | null
}

export interface CorrectPresence {
  readonly id: string
  readonly expectedRevision: number
  readonly mode: AttendanceMode
  readonly from: Date
  readonly to?: Date | null
  /** It was noted by mistake. */
  readonly isRemoved?: boolean | null
}

/** The verbs on who is there. [RG-10] */
@Injectable()
export class Presences {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly desks: Desks,
  ) {}

  /**
   * Notes that somebody is there from now on, in the room or from afar; whoever changes from one to the other was in the first until now. Doing it
   * again changes nothing. The viewer, or somebody else by chair, vice-chairs, secretariat.
   * Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, MEETING_CANCELLED, MEETING_CLOSED, OUTSIDE_MEETING_DAYS, NOT_REGISTERED, ON_WAITING_LIST.
   */
  async checkIn(ctx: WriteCtx, input: CheckIn): Promise<Presence> {
    const { desk, offer, personId, isOwn } = await this.take(ctx, input)
    this.requireDay(ctx, desk)
    await this.requireRegistered(ctx, offer, { ...input, personId, isOwn })
    const open = await this.openOf(ctx, desk, personId)
    if (open?.mode === input.mode) return open
    if (open) await this.end(ctx, open)
    const presence: Presence = {
      id: newId(),
      meetingId: desk.meeting.id,
      personId,
      mode: input.mode,
      fromAt: ctx.now,
      toAt: null,
      notedBy: ctx.viewer.personId,
      isRemoved: false,
      revision: 1,
    }
    await this.apart(() => ctx.db.insert(Presence, presence))
    await this.record(ctx, desk, 'presence.checkedIn', { personId, mode: input.mode })
    return presence
  }

  /** Notes that somebody leaves now. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, MEETING_CANCELLED, MEETING_CLOSED, NOT_CHECKED_IN. */
  async checkOut(ctx: WriteCtx, input: Omit<CheckIn, 'mode'>): Promise<Presence> {
    const { desk, personId } = await this.take(ctx, input)
    this.desks.requireHeld(desk)
    const open = await this.openOf(ctx, desk, personId)
    if (!open) throw refuse('NOT_CHECKED_IN')
    const ended = await this.end(ctx, open)
    await this.record(ctx, desk, 'presence.checkedOut', { personId })
    return ended
  }

  /**
   * Corrects a stretch, or takes it out. Chair, vice-chairs, secretariat, also after the meeting until it is closed.
   * Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, MEETING_CLOSED, STALE, ENDS_BEFORE_START, OUTSIDE_MEETING_DAYS, PRESENCE_OVERLAPS.
   */
  async correct(ctx: WriteCtx, input: CorrectPresence): Promise<Presence> {
    const found = await ctx.db.findOneBy(Presence, { id: input.id })
    if (!found) throw refuse('NOT_FOUND')
    const desk = await this.desks.at(ctx, found.meetingId, null)
    this.access.require(ctx, 'registration.checkInOthers', desk.scope)
    requireUnclosed(desk.meeting)
    const { from, to = null } = input
    if (to !== null && to <= from) {
      throw refuse(
        'ENDS_BEFORE_START',
        { startsOn: from.toISOString(), endsOn: to.toISOString() },
        { field: 'input.to' },
      )
    }
    const span = meetingSpan(desk.meeting)
    if (from < span.from || from >= span.to || (to !== null && to > span.to)) throw this.outside(desk, 'input.from')
    const changed = await this.apart(() =>
      revise(ctx.db, Presence, found.id, input.expectedRevision, {
        mode: input.mode,
        fromAt: from,
        toAt: to,
        isRemoved: input.isRemoved ?? false,
        notedBy: ctx.viewer.personId,
      }),
    )
    await this.record(ctx, desk, 'presence.corrected', { personId: found.personId, isRemoved: changed.isRemoved })
    return changed
  }

  private async take(ctx: WriteCtx, input: Omit<CheckIn, 'mode'>) {
    // One at a time for a meeting: two clicks of one person are one presence.
    await this.desks.lockMeeting(ctx, input.meetingId)
    const offer = await this.desks.lock(ctx, input.meetingId)
    const desk = await this.desks.at(ctx, input.meetingId, offer)
    const personId = input.personId ?? ctx.viewer.personId
    const isOwn = personId === ctx.viewer.personId
    this.access.require(ctx, isOwn ? 'registration.checkIn' : 'registration.checkInOthers', desk.scope)
    if (personId === null) throw refuse('NOT_FOUND', {}, { field: 'input.personId' })
    return { desk, offer, personId, isOwn }
  }

  private requireDay(ctx: WriteCtx, desk: DeskAtWork): void {
    this.desks.requireHeld(desk)
    if (!isMeetingDay(desk.meeting, ctx.now)) throw this.outside(desk)
  }

  private outside({ meeting: { startsOn, endsOn } }: DeskAtWork, field?: string) {
    return refuse('OUTSIDE_MEETING_DAYS', { startsOn, endsOn }, { field })
  }

  /** Where registration is offered, it comes first; who waits for a place in the room may be there from afar. [PA-5] */
  private async requireRegistered(
    ctx: WriteCtx,
    offer: RegistrationOffer | null,
    { meetingId, personId, mode, isOwn }: CheckIn & { personId: string; isOwn: boolean },
  ): Promise<void> {
    if (!offer) {
      if (!(await ctx.db.query('select 1 from person where id = $1', [personId])).length) throw refuse('NOT_FOUND')
      return
    }
    const registration = await ctx.db.findOneBy(Registration, { meetingId, personId })
    if (!registration || registration.state === 'WITHDRAWN') throw refuse('NOT_REGISTERED')
    if (registration.state === 'WAITING' && mode === 'ONSITE' && isOwn) throw refuse('ON_WAITING_LIST')
  }

  /** The stretch that lasts; one of a day before has ended with that day, which is written down here. */
  private async openOf(ctx: WriteCtx, { meeting }: DeskAtWork, personId: string): Promise<Presence | null> {
    const open = await ctx.db
      .createQueryBuilder(Presence, 'p')
      .where('p.meetingId = :meetingId and p.personId = :personId and p.toAt is null and not p.isRemoved', {
        meetingId: meeting.id,
        personId,
      })
      .getOne()
    if (!open) return null
    const endsAt = endOf(open, meeting.zone)
    if (endsAt > ctx.now) return open
    await ctx.db.update(Presence, open.id, { toAt: endsAt, revision: open.revision + 1 })
    return null
  }

  /** Somebody who leaves the instant they came was not there. */
  private async end(ctx: WriteCtx, open: Presence): Promise<Presence> {
    const wasThere = ctx.now > open.fromAt
    const change = { ...(wasThere ? { toAt: ctx.now } : { isRemoved: true }), revision: open.revision + 1 }
    await ctx.db.update(Presence, open.id, change)
    return { ...open, ...change }
  }

  private async apart<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await write()
    } catch (error) {
      if (sqlState(error) === '23P01') throw refuse('PRESENCE_OVERLAPS', {}, { field: 'input.from' })
      throw error
    }
  }

  private record(
    ctx: WriteCtx,
    { meeting, group }: DeskAtWork,
    verb: `presence.${string}`,
    args: Record<string, unknown>,
  ): Promise<void> {
    return this.activity.record(ctx, {
      verb,
      object: { type: 'meeting', id: meeting.id },
      groupId: group.id,
      visibility: 'MANAGEMENT',
      args: { number: meeting.number, ...args },
    })
  }
}
