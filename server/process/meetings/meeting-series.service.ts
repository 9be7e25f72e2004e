import { Injectable } from '@nestjs/common'
import { LONGEST_STEP, MOST_IN_SERIES, type SeriesEvery } from '#schema/vocabulary/meetings.js'
import { Access } from '#server/common/access/index.js'
import type { Ctx, WriteCtx } from '#server/platform/context/index.js'
import { newId } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { dayIn, instantAt, parseZone } from '#server/platform/time/index.js'
import { dayOf, groupsBySlug, inOrder, optionalDayOf, scopeOf } from '#server/process/groups/index.js'
import { MeetingNews } from './meeting-news.service.js'
import { MeetingSeries } from './meeting-series.entity.js'
import { meetingsBetween } from './meeting-series.reads.js'
import type { Meeting } from './meeting.entity.js'
import { Meetings, type CancelMeeting, type CreateMeeting, type MeetingAtWork } from './meetings.service.js'
import { daysOff, offsetAt, overlap, seriesDays, titleInSeries, type Series, type SeriesDays } from './series.js'
import { inOrderOfDay, timeOfDay } from './time-of-day.js'

/** How meetings follow each other, as somebody typed it. */
export interface SeriesPlan {
  readonly startsOn: string
  readonly endsOn: string
  readonly every: SeriesEvery
  readonly step: number
  /** One of the two says where the series ends. */
  readonly count?: number | null
  readonly untilOn?: string | null
}

export interface PreviewSeries extends SeriesPlan {
  /** Slug of the group. */
  readonly group: string
  readonly zone: string
  readonly opensAt?: string | null
}

/** What each meeting of a series is called with. `{n}` in the title stands for its place in the series. */
export interface CreateSeries extends Omit<CreateMeeting, 'startsOn' | 'endsOn'>, SeriesPlan {
  /** First days of those that are called; absent: all. */
  readonly only?: readonly string[] | null
}

export interface CancelSeries {
  readonly id: string
  readonly meetings: readonly { readonly id: string; readonly expectedRevision: number }[]
  readonly reason: string
}

/** One meeting that a series would have, with all that speaks against its days. It forbids nothing. */
export interface SeriesDayShown extends SeriesDays {
  /** Null when no time is fixed. */
  readonly opensAtInstant: Date | null
  readonly utcOffsetMinutes: number
  readonly clocksChanged: boolean
  readonly daysOff: readonly string[]
  /** Meetings of the group or of its parent on one of these days. */
  readonly meetsWith: readonly Meeting[]
  readonly isPast: boolean
}

/** The verbs on meetings that follow each other: calling them together, and calling off what is left of them. [SE-1 to SE-5] */
@Injectable()
export class MeetingSeriesVerbs {
  constructor(
    private readonly access: Access,
    private readonly meetings: Meetings,
    private readonly news: MeetingNews,
  ) {}

  /**
   * The days that a series would have, with what else is on them. Changes nothing. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, NO_SUCH_DAY,
   * DAY_OUT_OF_RANGE, ENDS_BEFORE_START, NO_SUCH_ZONE, NO_SUCH_TIME_OF_DAY, BAD_INPUT, SERIES_END, SERIES_TOO_LONG, SERIES_OVERLAPS. [SE-3]
   */
  async preview(ctx: Ctx, input: PreviewSeries): Promise<readonly SeriesDayShown[]> {
    const group = await groupsBySlug(ctx).load(input.group)
    if (!group) throw refuse('NOT_FOUND', {}, { field: 'input.group' })
    this.access.require(ctx, 'group.callMeeting', scopeOf(group))
    const zone = parseZone(input.zone, 'input.zone')
    const opensAt = timeOfDay(input.opensAt, 'input.opensAt')
    const days = plannedDays(input)
    const others = await meetingsBetween(ctx, group, days[0]!.startsOn, days.at(-1)!.endsOn)
    const today = dayIn(ctx.now, zone)
    const offset = ({ startsOn }: SeriesDays) => offsetAt(startsOn, opensAt ?? '12:00', zone)
    return days.map((one, at) => ({
      ...one,
      opensAtInstant: opensAt === null ? null : instantAt(one.startsOn, opensAt, zone),
      utcOffsetMinutes: offset(one),
      clocksChanged: at > 0 && offset(one) !== offset(days[at - 1]!),
      daysOff: daysOff(one),
      meetsWith: others.filter((other) => overlap(one, other)),
      isPast: one.endsOn < today,
    }))
  }

  /**
   * Calls the meetings of a series, all or none, with one line in the record. Refuses: what `preview` and `Meetings.create` refuse, SERIES_EMPTY,
   * SERIES_NO_SUCH_DAY. [SE-1, SE-2]
   */
  async create(ctx: WriteCtx, input: CreateSeries): Promise<MeetingSeries> {
    const group = await this.meetings.groupThatCalls(ctx, input.group)
    const days = chosenDays(plannedDays(input), input.only)
    const opensAt = timeOfDay(input.opensAt, 'input.opensAt')
    const closesAt = timeOfDay(input.closesAt, 'input.closesAt')
    inOrderOfDay(input.startsOn === input.endsOn, { opensAt, closesAt })
    const series = { id: newId(), groupId: group.id, every: input.every, step: input.step, startsOn: input.startsOn }
    await ctx.db.insert(MeetingSeries, series)
    const called: Meeting[] = []
    for (const [at, one] of days.entries()) {
      const meeting = { ...input, ...one, title: titleInSeries(input.title, at) }
      called.push(await this.meetings.call(ctx, group, meeting, series.id))
    }
    const [first] = called
    const widest = { count: called.length, from: first!.startsOn, to: called.at(-1)!.endsOn, mode: first!.mode }
    await this.meetings.record(ctx, { meeting: first!, group }, 'meeting.seriesCreated', widest)
    return Object.assign(new MeetingSeries(), series)
  }

  /**
   * Calls several meetings of a series off, all or none; those whom any of them concerns are told once. Refuses: NOT_FOUND, FORBIDDEN,
   * SIGN_IN_REQUIRED, STALE, MEETING_CANCELLED, MEETING_CLOSED, MEETING_ENDED, TEXT_MISSING, TEXT_TOO_LONG, SERIES_EMPTY. [SE-5]
   */
  async cancel(ctx: WriteCtx, input: CancelSeries): Promise<MeetingSeries> {
    if (input.meetings.length === 0) throw refuse('SERIES_EMPTY', {}, { field: 'input.meetings' })
    const series = await ctx.db.findOneBy(MeetingSeries, { id: input.id })
    if (!series) throw refuse('NOT_FOUND')
    // In one order for everybody, so that two who do it at once do not wait for each other.
    const asked = [...new Map(input.meetings.map((one) => [one.id, one])).values()].sort((a, b) =>
      a.id < b.id ? -1 : 1,
    )
    const cancelled: MeetingAtWork[] = []
    for (const one of asked) cancelled.push(await this.callOff(ctx, series, { ...one, reason: input.reason }))
    const [first, ...others] = cancelled.sort((a, b) => (a.meeting.startsOn < b.meeting.startsOn ? -1 : 1)) as [
      MeetingAtWork,
      ...MeetingAtWork[],
    ]
    const { startsOn, cancelledReason } = first.meeting
    const lastOn = (others.at(-1) ?? first).meeting.startsOn
    const args = { count: cancelled.length, others: others.length, startsOn, lastOn, reason: cancelledReason }
    await this.news.spread(ctx, [first, ...others], { code: 'MEETINGS_CANCELLED', args })
    return series
  }

  private async callOff(ctx: WriteCtx, series: MeetingSeries, input: CancelMeeting): Promise<MeetingAtWork> {
    const off = await this.meetings.callOff(ctx, input)
    if (off.meeting.seriesId !== series.id) throw refuse('NOT_FOUND', {}, { field: 'input.meetings' })
    return off
  }
}

/** The days of all meetings. Refuses: NO_SUCH_DAY, DAY_OUT_OF_RANGE, ENDS_BEFORE_START, BAD_INPUT, SERIES_END, SERIES_TOO_LONG, SERIES_OVERLAPS. */
function plannedDays(plan: SeriesPlan): readonly SeriesDays[] {
  const startsOn = dayOf(plan.startsOn, 'input.startsOn')
  const endsOn = dayOf(plan.endsOn, 'input.endsOn')
  inOrder(startsOn, endsOn, 'input.endsOn')
  if (!Number.isInteger(plan.step) || plan.step < 1 || plan.step > LONGEST_STEP) {
    throw refuse('BAD_INPUT', { detail: `from 1 to ${LONGEST_STEP} lie between two meetings` }, { field: 'input.step' })
  }
  const days = seriesDays({ startsOn, endsOn, every: plan.every, step: plan.step, end: endOf(plan, startsOn) })
  if (days.length > MOST_IN_SERIES) {
    const field = plan.count ? 'input.count' : 'input.untilOn'
    throw refuse('SERIES_TOO_LONG', { limit: MOST_IN_SERIES }, { field })
  }
  dayOf(days.at(-1)!.endsOn, 'input.startsOn')
  if (days.some((one, at) => at > 0 && overlap(one, days[at - 1]!))) {
    throw refuse('SERIES_OVERLAPS', {}, { field: 'input.endsOn' })
  }
  return days
}

/** Refuses: SERIES_END, NO_SUCH_DAY, DAY_OUT_OF_RANGE, ENDS_BEFORE_START, BAD_INPUT. */
function endOf({ count, untilOn }: SeriesPlan, startsOn: string): Series['end'] {
  const until = optionalDayOf(untilOn, 'input.untilOn')
  if (until !== null && typeof count !== 'number') {
    inOrder(startsOn, until, 'input.untilOn')
    return { until }
  }
  if (until !== null || typeof count !== 'number') throw refuse('SERIES_END', {}, { field: 'input.count' })
  if (count < 1) throw refuse('BAD_INPUT', { detail: 'a series has one meeting at least' }, { field: 'input.count' })
  return { count }
}

/** Those that were ticked. Refuses: SERIES_NO_SUCH_DAY, SERIES_EMPTY. */
function chosenDays(days: readonly SeriesDays[], only: readonly string[] | null | undefined): readonly SeriesDays[] {
  if (!only) return days
  const unknown = only.find((day) => !days.some(({ startsOn }) => startsOn === day))
  if (unknown !== undefined) throw refuse('SERIES_NO_SUCH_DAY', { day: unknown.slice(0, 40) }, { field: 'input.only' })
  const chosen = days.filter(({ startsOn }) => only.includes(startsOn))
  if (chosen.length === 0) throw refuse('SERIES_EMPTY', {}, { field: 'input.only' })
  return chosen
}
