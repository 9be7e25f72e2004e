import { Injectable } from '@nestjs/common'
import type { AttendanceMode } from '#schema/vocabulary/registration.js'
import { Activity } from '#server/common/activity/index.js'
import { Accounts, siteAddress } from '#server/common/identity/index.js'
import { Settings } from '#server/platform/config/index.js'
import { system, type WriteCtx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { Mail } from '#server/platform/mail/index.js'
import { isOverAt, Meeting, requireUnclosed } from '#server/process/meetings/index.js'
import { deskOf, type Desk } from './desk.reads.js'
import { movingUp, type Queued } from './places.js'
import { registrationScope, type RegistrationScope } from './registration.access.js'
import { RegistrationOffer } from './registration-offer.entity.js'
import { Registration } from './registration.entity.js'

/** A meeting at whose desk something is about to be done. */
export interface DeskAtWork extends Desk {
  readonly scope: RegistrationScope
}

export interface OpenDesk extends DeskAtWork {
  readonly offer: RegistrationOffer
}

/** What all verbs on registrations have in common: the lock, the queue, the record, and the letter to whoever moves up. */
@Injectable()
export class Desks {
  constructor(
    private readonly activity: Activity,
    private readonly accounts: Accounts,
    private readonly mail: Mail,
    private readonly settings: Settings,
  ) {}

  /** Held where there may be no offer to lock yet. */
  async lockMeeting(ctx: WriteCtx, meetingId: string): Promise<void> {
    await ctx.db.findOne(Meeting, {
      select: { id: true },
      where: { id: meetingId },
      lock: { mode: 'for_no_key_update' },
    })
  }

  /** What is offered, locked: one place is given away at a time, to the next in the order of arrival. Null when nothing is offered. [RG-2] */
  lock(ctx: WriteCtx, meetingId: string): Promise<RegistrationOffer | null> {
    return ctx.db.findOne(RegistrationOffer, { where: { meetingId }, lock: { mode: 'pessimistic_write' } })
  }

  /** The desk of a meeting. Refuses: NOT_FOUND. */
  async at(ctx: WriteCtx, meetingId: string, offer: RegistrationOffer | null): Promise<DeskAtWork> {
    const desk = await deskOf(ctx, meetingId)
    if (!desk) throw refuse('NOT_FOUND')
    return { ...desk, scope: registrationScope(desk.meeting, desk.group, offer?.audience ?? null) }
  }

  /** The desk where registration is offered, locked. Refuses: NOT_FOUND, REGISTRATION_NOT_OFFERED. */
  async open(ctx: WriteCtx, meetingId: string): Promise<OpenDesk> {
    const offer = await this.lock(ctx, meetingId)
    const desk = await this.at(ctx, meetingId, offer)
    if (!offer) throw refuse('REGISTRATION_NOT_OFFERED')
    return { ...desk, offer }
  }

  /** Refuses: MEETING_CANCELLED, MEETING_CLOSED. */
  requireHeld({ meeting }: DeskAtWork): void {
    if (meeting.state === 'CANCELLED') throw refuse('MEETING_CANCELLED')
    requireUnclosed(meeting)
  }

  /** Refuses: MEETING_CANCELLED, MEETING_CLOSED, MEETING_ENDED. */
  requireAhead(ctx: WriteCtx, desk: DeskAtWork): void {
    this.requireHeld(desk)
    const { meeting } = desk
    if (isOverAt(meeting, ctx.now)) throw refuse('MEETING_ENDED', { endsOn: meeting.endsOn })
  }

  /** Everybody in the queue of a meeting, under the lock of its offer. */
  queue(ctx: WriteCtx, meetingId: string): Promise<Queued[]> {
    return ctx.db.query('select id, mode, state, arrival from registration where meeting_id = $1', [
      meetingId,
    ]) as Promise<Queued[]>
  }

  /** Gives free places to those who wait, in the order of arrival, and tells each. Once the meeting is over nobody moves. [RG-3] */
  async moveUp(ctx: WriteCtx, desk: OpenDesk): Promise<void> {
    const { meeting, offer } = desk
    if (meeting.state === 'CANCELLED' || isOverAt(meeting, ctx.now)) return
    const ids = movingUp(await this.queue(ctx, meeting.id), offer.placesOnsite)
    if (ids.length === 0) return
    const [moved] = (await ctx.db.query(
      `update registration set state = 'CONFIRMED', moved_up_at = $2, revision = revision + 1
       where id = any($1::uuid[]) returning person_id as "personId"`,
      [ids, ctx.now],
    )) as [{ personId: string }[], number]
    for (const { personId } of moved) await this.tellOfPlace(ctx, desk, personId)
    await this.record(ctx, desk, 'registration.movedUp', { count: moved.length })
  }

  /**
   * Records what was done, for the management of the group alone: who comes is nobody else's business. That something changed is told to everybody
   * who sees the meeting, without a name, so that the places they read of are those that there are. [RG-9]
   */
  async record(
    ctx: WriteCtx,
    { meeting, group, scope }: DeskAtWork,
    verb: `registration.${string}`,
    args: Record<string, unknown>,
  ): Promise<void> {
    const happening = { object: { type: 'meeting', id: meeting.id }, groupId: group.id }
    const isForAll = verb === 'registration.offered'
    const visibility = isForAll ? scope.visibility : 'MANAGEMENT'
    await this.activity.record(ctx, { ...happening, verb, visibility, args: { number: meeting.number, ...args } })
    if (isForAll) return
    await this.activity.record(this.asSystem(ctx), {
      ...happening,
      verb: 'registration.counted',
      visibility: scope.visibility,
      args: { number: meeting.number },
    })
  }

  /** The same call in nobody's name. */
  asSystem(ctx: WriteCtx): WriteCtx {
    return { ...ctx, viewer: system }
  }

  /** Refuses: MODE_NOT_OFFERED. */
  requireMode({ meeting, offer }: OpenDesk, mode: AttendanceMode): void {
    if (modesOf(meeting, offer).includes(mode)) return
    throw refuse('MODE_NOT_OFFERED', { mode }, { field: 'input.mode' })
  }

  private async tellOfPlace(ctx: WriteCtx, { meeting, group }: DeskAtWork, personId: string): Promise<void> {
    const account = await this.accounts.ofPerson(ctx.db, personId)
    if (!account || account.closedAt !== null || account.emailConfirmedAt === null) return
    const words = this.accounts.wordsFor({ ...ctx, language: 'en' }, account)
    await this.mail.send(ctx, {
      to: account.email,
      personId,
      subject: words('mail.movedUp.subject', { meeting: meeting.title }),
      body: words('mail.movedUp.body', {
        meeting: meeting.title,
        group: group.name,
        link: `${siteAddress(this.settings, undefined)}/groups/${group.slug}/meetings/${meeting.number}/registration`,
      }),
    })
  }
}

/** Ways to take part that can be chosen: a remote meeting has no room, a meeting on site no line. */
export function modesOf(meeting: Pick<Meeting, 'mode'>, offer: Pick<RegistrationOffer, 'offersRemote'>) {
  const modes: AttendanceMode[] = []
  if (meeting.mode !== 'REMOTE') modes.push('ONSITE')
  if (meeting.mode === 'REMOTE' || (meeting.mode === 'HYBRID' && offer.offersRemote)) modes.push('REMOTE')
  return modes
}

/** The next number in the order of arrival, under the lock of the offer. */
export async function nextArrival(ctx: WriteCtx, meetingId: string): Promise<number> {
  return ((await ctx.db.maximum(Registration, 'arrival', { meetingId })) ?? 0) + 1
}
