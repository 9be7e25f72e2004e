import { Injectable } from '@nestjs/common'
import type { MeetingMode, Obligation } from '#schema/vocabulary/process.js'
import { Access } from '#server/common/access/index.js'
import type { Ctx, WriteCtx } from '#server/platform/context/index.js'
import { newId, revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { dayIn, parseZone } from '#server/platform/time/index.js'
import { keyDates, whatMoves, type KeyDate, type MovePreview } from '#server/process/deadlines/index.js'
import {
  dayOf,
  groupsBySlug,
  inOrder,
  knownZone,
  optionalTextOf,
  ownSource,
  scopeOf,
} from '#server/process/groups/index.js'
import type { GivenSource } from '#server/roadmap/provenance/index.js'
import { AlsoMoves, type MeetingChange, type MovesToo } from './also-moves.service.js'
import { factsOf } from './deadline-facts.loader.js'
import { Meeting } from './meeting.entity.js'
import { Meetings, type MeetingAtWork } from './meetings.service.js'
import { dateWarnings, moveWarnings, type MoveWarning } from './move-warnings.js'
import { Audiences, type AudienceCounts } from './audiences.service.js'
import type { Concerned } from './audience.js'
import { MeetingNews } from './meeting-news.service.js'
import { ReminderPlans } from './reminder-plans.service.js'
import { PublishedDate } from './published-date.entity.js'

export interface MoveTo {
  readonly id: string
  readonly startsOn: string
  readonly endsOn: string
  /** Obligations whose published date is given up. */
  readonly release?: readonly Obligation[] | null
}

/** A move, or another way of meeting, that is only thought of. */
export interface ChangeThoughtOf extends MoveTo {
  /** Absent: as it is. */
  readonly mode?: MeetingMode | null
  /** Absent: as it is. */
  readonly zone?: string | null
  /** One date that is set by hand, or (without a day) taken back; the meeting then stays where it is. */
  readonly date?: { readonly obligation: Obligation; readonly on?: string | null } | null
}

/** What a move does, before or after it is made. */
export interface Move {
  readonly startsOn: string
  readonly endsOn: string
  readonly preview: MovePreview
  readonly warnings: readonly MoveWarning[]
}

/** The same before it is made, with whom it would be told. [MT-9] */
export interface MoveShown extends Move {
  readonly told: AudienceCounts & { readonly concerned: readonly Concerned[] }
  /** What goes with it besides the key dates. [MT-15] */
  readonly alsoMoves: readonly MovesToo[]
}

export interface PublishDate {
  readonly meetingId: string
  /** Of the meeting. */
  readonly expectedRevision: number
  readonly obligation: Obligation
  readonly on: string
  readonly reason?: string | null
  readonly label?: string | null
  readonly provenance?: GivenSource
}

/** The verbs on the days of a meeting: moving it, publishing dates that win over the computed ones. */
@Injectable()
export class MeetingDates {
  constructor(
    private readonly access: Access,
    private readonly meetings: Meetings,
    private readonly reminders: ReminderPlans,
    private readonly news: MeetingNews,
    private readonly audiences: Audiences,
    private readonly alsoMoves: AlsoMoves,
  ) {}

  /** The key dates that a meeting would have, before it is called. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, NO_SUCH_DAY, DAY_OUT_OF_RANGE, ENDS_BEFORE_START, NO_SUCH_ZONE. */
  async before(
    ctx: Ctx,
    input: { group: string; startsOn: string; endsOn: string; mode: MeetingMode; zone: string },
  ): Promise<readonly KeyDate[]> {
    const group = await groupsBySlug(ctx).load(input.group)
    if (!group) throw refuse('NOT_FOUND', {}, { field: 'input.group' })
    this.access.require(ctx, 'group.callMeeting', scopeOf(group))
    parseZone(input.zone, 'input.zone')
    return keyDates(await factsOf(ctx, group, { ...days(input), mode: input.mode }, []))
  }

  /**
   * What would move with a meeting, were it held in another way, or were one of its dates set by hand or taken back. Changes nothing. Refuses: as
   * `move`, for a date as `publish`, but for STALE and REASON_NEEDED; and NO_SUCH_ZONE. [D-M-1 to D-M-3, MT-15, MT-16]
   */
  async preview(ctx: Ctx, input: ChangeThoughtOf): Promise<MoveShown> {
    const atWork = await this.meetings.look(ctx, input.id, input.date ? 'publishDates' : 'move')
    const { meeting, group } = atWork
    const { move, kept, change } = await this.plan(ctx, atWork, input)
    const { planned, dropped } = await this.reminders.wouldChange(
      ctx,
      { meeting: { ...meeting, ...change.after }, group },
      kept,
    )
    const { before, after } = change
    const alsoMoves: MovesToo[] = [
      ...(before.zone === after.zone ? [] : [{ code: 'CLOCKS', args: { zone: after.zone, before: before.zone } }]),
      ...(await this.alsoMoves.seen(ctx, change)),
      ...(planned + dropped === 0 ? [] : [{ code: 'REMINDERS', args: { planned, dropped } }]),
    ]
    return { ...move, alsoMoves, told: await this.audiences.ofOthers(ctx, atWork) }
  }

  /**
   * Moves a meeting. Computed dates go with it, published ones stay unless they are released; what rooms above keep on its days goes by as many days. The
   * record says what moved, and those whom it concerns are told. Refuses: NOT_FOUND,
   * FORBIDDEN, SIGN_IN_REQUIRED, STALE, MEETING_CANCELLED, MEETING_ENDED, NO_SUCH_DAY, DAY_OUT_OF_RANGE, ENDS_BEFORE_START, TEXT_TOO_LONG. [MT-5, MT-15]
   */
  async move(ctx: WriteCtx, input: MoveTo & { expectedRevision: number; reason?: string | null }): Promise<Meeting> {
    const atWork = await this.meetings.take(ctx, input.id, 'move')
    const { move, released, change } = await this.plan(ctx, atWork, input)
    const { meeting, group } = atWork
    const moved = await revise(ctx.db, Meeting, meeting.id, input.expectedRevision, {
      startsOn: move.startsOn,
      endsOn: move.endsOn,
      movedReason: optionalTextOf(input.reason, 1000, 'input.reason'),
    })
    if (released.length > 0)
      await ctx.db.delete(
        PublishedDate,
        released.map(({ id }) => id),
      )
    await this.meetings.record(ctx, { meeting: moved, group }, 'meeting.moved', {
      from: { startsOn: meeting.startsOn, endsOn: meeting.endsOn },
      to: { startsOn: move.startsOn, endsOn: move.endsOn },
      dates: move.preview.keyDates.map(({ obligation, oldOn, newOn, move: how }) => ({
        obligation,
        from: oldOn,
        to: newOn,
        how,
      })),
    })
    await this.alsoMoves.carryOut(ctx, change)
    await this.reminders.replan(ctx, { meeting: moved, group })
    const { startsOn, endsOn, movedReason } = moved
    if (startsOn !== meeting.startsOn || endsOn !== meeting.endsOn) {
      const args = {
        fromOn: meeting.startsOn,
        toOn: startsOn,
        reason: movedReason,
        hasReason: String(movedReason !== null),
      }
      await this.news.spread(ctx, [{ meeting: moved, group }], { code: 'MEETING_MOVED', args })
    }
    return moved
  }

  /**
   * Publishes a date for a meeting; it wins over the computed one. Obligations of which no rule speaks make extra key dates. Refuses: NOT_FOUND,
   * FORBIDDEN, SIGN_IN_REQUIRED, STALE, MEETING_CANCELLED, NO_SUCH_DAY, DAY_OUT_OF_RANGE, TEXT_TOO_LONG, REASON_NEEDED where a rule gives another date. [MT-7]
   */
  async publish(ctx: WriteCtx, input: PublishDate): Promise<Meeting> {
    const { meeting, group } = await this.meetings.take(ctx, input.meetingId, 'publishDates')
    const publishedOn = dayOf(input.on, 'input.on')
    const reason = optionalTextOf(input.reason, 1000, 'input.reason')
    const known = await ctx.db.findBy(PublishedDate, { meetingId: meeting.id })
    const before = known.find(({ obligation }) => obligation === input.obligation)
    const others = known.filter((date) => date !== before)
    const computedOn =
      keyDates(await factsOf(ctx, group, meeting, others)).find(({ obligation }) => obligation === input.obligation)
        ?.computedOn ?? null
    if (computedOn !== null && computedOn !== publishedOn && reason === null) {
      throw refuse('REASON_NEEDED', { suggested: computedOn }, { field: 'input.reason' })
    }
    const changed = await revise(ctx.db, Meeting, meeting.id, input.expectedRevision, {})
    const columns = {
      publishedOn,
      reason,
      label: optionalTextOf(input.label, 200, 'input.label'),
      ...ownSource(input.provenance),
    }
    if (before) {
      await ctx.db.update(PublishedDate, before.id, { ...columns, revision: before.revision + 1 })
    } else {
      await ctx.db.insert(PublishedDate, {
        id: newId(),
        meetingId: meeting.id,
        obligation: input.obligation,
        ...columns,
      })
    }
    await this.meetings.record(ctx, { meeting: changed, group }, 'meeting.datePublished', {
      obligation: input.obligation,
      on: publishedOn,
      before: before?.publishedOn ?? null,
      computedOn,
    })
    await this.follow(ctx, { meeting: changed, group })
    await this.reminders.replan(ctx, { meeting: changed, group })
    return changed
  }

  /** Takes a published date back; the computed one holds again. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, STALE, MEETING_CANCELLED. */
  async withdraw(
    ctx: WriteCtx,
    input: { meetingId: string; expectedRevision: number; obligation: Obligation },
  ): Promise<Meeting> {
    const { meeting, group } = await this.meetings.take(ctx, input.meetingId, 'publishDates')
    const published = await ctx.db.findOneBy(PublishedDate, {
      meetingId: meeting.id,
      obligation: input.obligation,
    })
    if (!published) throw refuse('NOT_FOUND', {}, { field: 'input.obligation' })
    const changed = await revise(ctx.db, Meeting, meeting.id, input.expectedRevision, {})
    await ctx.db.delete(PublishedDate, published.id)
    await this.meetings.record(ctx, { meeting: changed, group }, 'meeting.dateWithdrawn', {
      obligation: input.obligation,
      on: published.publishedOn,
    })
    await this.follow(ctx, { meeting: changed, group })
    await this.reminders.replan(ctx, { meeting: changed, group })
    return changed
  }

  /** Lets what rooms above keep follow a date that was set or taken back. */
  private async follow(ctx: WriteCtx, { meeting, group }: MeetingAtWork): Promise<void> {
    const published = await ctx.db.findBy(PublishedDate, { meetingId: meeting.id })
    const dates = keyDates(await factsOf(ctx, group, meeting, published))
    await this.alsoMoves.carryOut(ctx, { group, meeting, before: meeting, after: meeting, dates })
  }

  private async plan(
    ctx: Ctx,
    { meeting, group }: MeetingAtWork,
    input: ChangeThoughtOf,
  ): Promise<{ move: Move; released: PublishedDate[]; kept: PublishedDate[]; change: MeetingChange }> {
    const to = input.date ? { startsOn: meeting.startsOn, endsOn: meeting.endsOn } : days(input)
    const after = { ...to, mode: input.mode ?? meeting.mode, zone: meeting.zone }
    if (input.zone) after.zone = await knownZone(ctx, input.zone, 'input.zone')
    const published = await ctx.db.findBy(PublishedDate, { meetingId: meeting.id })
    const released = published.filter(({ obligation }) => input.release?.includes(obligation))
    const staying = published.filter((date) => !released.includes(date))
    const kept = input.date ? withDate(staying, meeting.id, input.date) : staying
    const today = dayIn(ctx.now, group.deadlineZone)
    const facts = await factsOf(ctx, group, after, kept)
    const preview = whatMoves(await factsOf(ctx, group, meeting, published), facts, {
      asOf: today,
      announcedOn: meeting.announcedOn,
    })
    return {
      move: {
        ...to,
        preview,
        warnings: input.date ? dateWarnings(preview) : moveWarnings(preview, to.startsOn, today),
      },
      released,
      kept,
      change: { group, meeting, before: meeting, after, dates: keyDates(facts) },
    }
  }
}

/** Checked days. */
function days(input: { startsOn: string; endsOn: string }): { startsOn: string; endsOn: string } {
  const startsOn = dayOf(input.startsOn, 'input.startsOn')
  const endsOn = dayOf(input.endsOn, 'input.endsOn')
  inOrder(startsOn, endsOn, 'input.endsOn')
  return { startsOn, endsOn }
}

/** The dates set by hand, were one of them another one, or gone. */
function withDate(
  published: readonly PublishedDate[],
  meetingId: string,
  { obligation, on }: NonNullable<ChangeThoughtOf['date']>,
): PublishedDate[] {
  const others = published.filter((date) => date.obligation !== obligation)
  if (!on) return others
  const publishedOn = dayOf(on, 'input.date.on')
  const thoughtOf = { id: newId(), meetingId, obligation, publishedOn, reason: null, label: null, ...ownSource() }
  return [...others, Object.assign(new PublishedDate(), thoughtOf)]
}
