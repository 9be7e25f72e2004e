import { Injectable } from '@nestjs/common'
import { isPossible, meetingActions, permissionOf } from '#schema/vocabulary/meetings.js'
import type { MeetingMode } from '#schema/vocabulary/process.js'
import { Access, wider, type Visibility } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { Ctx, WriteCtx } from '#server/platform/context/index.js'
import { newId, revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { dayIn } from '#server/platform/time/index.js'
import {
  dayOf,
  Groups,
  inOrder,
  knownZone,
  optionalTextOf,
  ownSource,
  scopeOf,
  StandardsGroup,
  textOf,
  visibilityAtStart,
} from '#server/process/groups/index.js'
import { keyDates } from '#server/process/deadlines/index.js'
import type { GivenSource } from '#server/roadmap/provenance/index.js'
import { Meeting } from './meeting.entity.js'
import { AlsoMoves } from './also-moves.service.js'
import { factsOf } from './deadline-facts.loader.js'
import { isOverAt, stateOn } from './meeting-states.js'
import { languageTag } from './language-tag.js'
import { meetingScope } from './meetings.access.js'
import { meetingsById } from './meetings.loader.js'
import { MeetingNews } from './meeting-news.service.js'
import { PublishedDate } from './published-date.entity.js'
import { ReminderPlans } from './reminder-plans.service.js'
import { requireUnclosed } from './unclosed.js'
import { inOrderOfDay, timeOfDay } from './time-of-day.js'

/** What can be said of a meeting besides its days. Absent: unchanged, or nothing known; null: not known. */
export interface MeetingDetails {
  readonly title?: string | null
  readonly mode?: MeetingMode | null
  readonly opensAt?: string | null
  readonly registrationOpensAt?: string | null
  readonly zone?: string | null
  readonly place?: string | null
  readonly country?: string | null
  readonly host?: string | null
  readonly remoteDetails?: string | null
  readonly workingLanguage?: string | null
  readonly collocatedWith?: string | null
  /** Time at which its last day ends. */
  readonly closesAt?: string | null
  readonly collocatedMeetingId?: string | null
  readonly otherLanguages?: readonly string[] | null
  /** Null: as its group has chosen. */
  readonly decidesOnSiteOnly?: boolean | null
  readonly objectives?: readonly string[] | null
  /** Whether it prepares the first meeting; that does not start the lifetime. [ME-9] */
  readonly isPreparatory?: boolean | null
  readonly visibility?: Visibility | null
}

export interface CreateMeeting extends MeetingDetails {
  /** Slug of the group. */
  readonly group: string
  readonly title: string
  readonly mode: MeetingMode
  readonly zone: string
  readonly startsOn: string
  readonly endsOn: string
  readonly provenance?: GivenSource
}

export interface UpdateMeeting extends MeetingDetails {
  readonly id: string
  readonly expectedRevision: number
}

export interface CancelMeeting {
  readonly id: string
  readonly expectedRevision: number
  readonly reason: string
}

type MeetingVerb = 'edit' | 'move' | 'announce' | 'cancel' | 'publishDates' | 'remind' | 'close' | 'reopen'

/** A meeting that somebody is about to change, with its group. */
export interface MeetingAtWork {
  readonly meeting: Meeting
  readonly group: StandardsGroup
}

/** The verbs on meetings, but for their dates (meeting-dates.service.ts) and for those that follow each other (meeting-series.service.ts). */
@Injectable()
export class Meetings {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly groups: Groups,
    private readonly reminders: ReminderPlans,
    private readonly news: MeetingNews,
    private readonly alsoMoves: AlsoMoves,
  ) {}

  /**
   * Calls a meeting, with the next number of its group; past days are taken, so that history can be recorded.
   * Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, GROUP_CONCLUDED, BAD_INPUT, NO_SUCH_DAY, NO_SUCH_ZONE, NO_SUCH_TIME_OF_DAY, DAY_OUT_OF_RANGE,
   * ENDS_BEFORE_START, CLOSES_BEFORE_OPENING, TEXT_MISSING, TEXT_TOO_LONG. [MT-1, MT-4]
   */
  async create(ctx: WriteCtx, input: CreateMeeting): Promise<Meeting> {
    const group = await this.groupThatCalls(ctx, input.group)
    const meeting = await this.call(ctx, group, input)
    const { startsOn, endsOn, mode } = meeting
    await this.record(ctx, { meeting, group }, 'meeting.created', { startsOn, endsOn, mode })
    return meeting
  }

  /** The group for which the viewer may call meetings, locked, so that numbers are given one after the other. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED. */
  async groupThatCalls(ctx: WriteCtx, slug: string): Promise<StandardsGroup> {
    const group = await this.groups.lockBySlug(ctx, slug)
    this.access.require(ctx, 'group.callMeeting', scopeOf(group))
    return group
  }

  /** Makes a meeting of a group that `groupThatCalls` gave; the record is the caller's. Refuses what `create` refuses of its input. */
  async call(
    ctx: WriteCtx,
    group: StandardsGroup,
    input: CreateMeeting,
    seriesId: string | null = null,
  ): Promise<Meeting> {
    const startsOn = dayOf(input.startsOn, 'input.startsOn')
    const endsOn = dayOf(input.endsOn, 'input.endsOn')
    inOrder(startsOn, endsOn, 'input.endsOn')
    const isHistory = group.concludedOn !== null && endsOn <= group.concludedOn
    if (group.state === 'CONCLUDED' && !isHistory && !ctx.viewer.isSystem) {
      throw refuse('GROUP_CONCLUDED', {}, { field: 'input.startsOn' })
    }
    const highest = await ctx.db.maximum(Meeting, 'number', { groupId: group.id })
    const meeting = Object.assign(
      new Meeting(),
      {
        id: newId(),
        groupId: group.id,
        seriesId,
        number: (highest ?? 0) + 1,
        state: 'PLANNED' as const,
        isPreparatory: false,
        startsOn,
        endsOn,
        opensAt: null,
        registrationOpensAt: null,
        place: null,
        country: null,
        host: null,
        remoteDetails: null,
        workingLanguage: group.workingLanguage,
        objectives: [],
        announcedOn: null,
        announcement: null,
        collocatedWith: null,
        movedReason: null,
        cancelledReason: null,
        closesAt: null,
        collocatedMeetingId: null,
        otherLanguages: group.moreLanguages,
        decidesOnSiteOnly: null,
        closedAt: null,
        reopenedReason: null,
        reopenedBy: null,
        visibility: visibilityAtStart(group),
      },
      await this.checked(ctx, input, null),
      ownSource(input.provenance),
    )
    inOrderOfDay(startsOn === endsOn, meeting)
    await ctx.db.insert(Meeting, meeting)
    await this.reminders.replan(ctx, { meeting, group })
    return meeting
  }

  /**
   * Changes all but the days. Another way of meeting or other clocks may mean other dates: what rooms above keep follows them, and while it is ahead
   * or under way those whom it concerns are told. [MT-15] Refuses: NOT_FOUND, FORBIDDEN, STALE, MEETING_CANCELLED, MEETING_CLOSED and what `create` refuses of the
   * details.
   */
  async update(ctx: WriteCtx, input: UpdateMeeting): Promise<Meeting> {
    const { meeting, group } = await this.take(ctx, input.id, 'edit')
    const details = await this.checked(ctx, input, meeting)
    const isOneDay = meeting.startsOn === meeting.endsOn
    inOrderOfDay(isOneDay, { ...meeting, ...details })
    const visibleTo = meetingScope(meeting, group).visibility
    const changed = await revise(ctx.db, Meeting, meeting.id, input.expectedRevision, details)
    const fields = Object.keys(details).sort()
    // Whoever saw it until now is told that there is something to look at again, or pages kept for strangers would go on showing it.
    const seenBy = wider(visibleTo, meetingScope(changed, group).visibility)
    await this.record(ctx, { meeting: changed, group }, 'meeting.updated', { fields }, seenBy)
    if (changed.mode !== meeting.mode || changed.zone !== meeting.zone) await this.follow(ctx, meeting, changed, group)
    await this.reminders.replan(ctx, { meeting: changed, group })
    return changed
  }

  /**
   * Records that a meeting was announced, and by what; doing it again corrects the day. Refuses: NOT_FOUND, FORBIDDEN, STALE, MEETING_CANCELLED,
   * NO_SUCH_DAY, DAY_OUT_OF_RANGE, TEXT_TOO_LONG, BAD_INPUT for a day to come or after the meeting.
   */
  async announce(
    ctx: WriteCtx,
    input: { id: string; expectedRevision: number; on: string; by?: string | null },
  ): Promise<Meeting> {
    const { meeting, group } = await this.take(ctx, input.id, 'announce')
    const announcedOn = dayOf(input.on, 'input.on')
    if (announcedOn > dayIn(ctx.now, group.deadlineZone)) {
      throw refuse('BAD_INPUT', { detail: 'the day of the announcement is still to come' }, { field: 'input.on' })
    }
    if (announcedOn > meeting.endsOn) {
      throw refuse('BAD_INPUT', { detail: 'the announcement came after the meeting' }, { field: 'input.on' })
    }
    const changed = await revise(ctx.db, Meeting, meeting.id, input.expectedRevision, {
      state: 'ANNOUNCED',
      announcedOn,
      announcement: optionalTextOf(input.by, 300, 'input.by'),
    })
    await this.record(ctx, { meeting: changed, group }, 'meeting.announced', { on: announcedOn })
    await this.reminders.replan(ctx, { meeting: changed, group })
    return changed
  }

  /** Calls a meeting off; its number stays taken, and those whom it concerns are told. Refuses: NOT_FOUND, FORBIDDEN, STALE, MEETING_CANCELLED, MEETING_ENDED, TEXT_MISSING, TEXT_TOO_LONG. [MT-1] */
  async cancel(ctx: WriteCtx, input: CancelMeeting): Promise<Meeting> {
    const { meeting, group } = await this.callOff(ctx, input)
    const args = { startsOn: meeting.startsOn, reason: meeting.cancelledReason }
    await this.news.spread(ctx, [{ meeting, group }], { code: 'MEETING_CANCELLED', args })
    return meeting
  }

  /** The same for whoever tells people of several at once. Refuses as `cancel`. */
  async callOff(ctx: WriteCtx, input: CancelMeeting): Promise<MeetingAtWork> {
    const { meeting, group } = await this.take(ctx, input.id, 'cancel')
    const changed = await revise(ctx.db, Meeting, meeting.id, input.expectedRevision, {
      state: 'CANCELLED',
      cancelledReason: textOf(input.reason, 1000, 'input.reason'),
    })
    await this.record(ctx, { meeting: changed, group }, 'meeting.cancelled', { startsOn: meeting.startsOn })
    await this.reminders.replan(ctx, { meeting: changed, group })
    return { meeting: changed, group }
  }

  /** The meeting and its group for a change, locked. Refuses as `look`. */
  async take(ctx: WriteCtx, id: string, verb: MeetingVerb): Promise<MeetingAtWork> {
    await ctx.db.findOne(Meeting, { select: { id: true }, where: { id }, lock: { mode: 'for_no_key_update' } })
    return this.look(ctx, id, verb)
  }

  /**
   * The meeting and its group, once it is sure that the viewer may do this with it and that its state lets anybody.
   * Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, MEETING_CANCELLED, MEETING_CLOSED, MEETING_ENDED; to close MEETING_GOES_ON, to reopen NOT_CLOSED.
   */
  async look(ctx: Ctx, id: string, verb: MeetingVerb): Promise<MeetingAtWork> {
    const meeting = await ctx.db.findOneBy(Meeting, { id })
    if (!meeting) throw refuse('NOT_FOUND')
    const group = await ctx.db.findOneByOrFail(StandardsGroup, { id: meeting.groupId })
    this.access.require(ctx, `meeting.${verb}`, meetingScope(meeting, group))
    const state = stateOn(meeting, dayIn(ctx.now, meeting.zone))
    const action = meetingActions.find((one) => permissionOf(one) === verb)!
    if (!isPossible(action, state)) {
      if (state === 'CANCELLED') throw refuse('MEETING_CANCELLED')
      requireUnclosed(meeting)
      if (verb === 'reopen') throw refuse('NOT_CLOSED')
      if (verb === 'close') throw refuse('MEETING_GOES_ON', { endsOn: meeting.endsOn })
      throw refuse('MEETING_ENDED', { endsOn: meeting.endsOn })
    }
    return { meeting, group }
  }

  /** Records what happened to a meeting, for those who may see both it and its group unless said otherwise. */
  record(
    ctx: WriteCtx,
    { meeting, group }: MeetingAtWork,
    verb: `meeting.${string}`,
    args: Record<string, unknown>,
    visibility: Visibility = meetingScope(meeting, group).visibility,
  ): Promise<void> {
    return this.activity.record(ctx, {
      verb,
      object: { type: 'meeting', id: meeting.id },
      groupId: group.id,
      visibility,
      args: { number: meeting.number, ...args },
    })
  }

  private async follow(ctx: WriteCtx, before: Meeting, meeting: Meeting, group: StandardsGroup): Promise<void> {
    const published = await ctx.db.findBy(PublishedDate, { meetingId: meeting.id })
    const dates = keyDates(await factsOf(ctx, group, meeting, published))
    await this.alsoMoves.carryOut(ctx, { group, meeting, before, after: meeting, dates })
    if (isOverAt(meeting, ctx.now)) return
    const { mode, zone } = meeting
    await this.news.spread(ctx, [{ meeting, group }], { code: 'MEETING_HELD_OTHERWISE', args: { mode, zone } })
  }

  /** A meeting that the viewer may see and that is another one. */
  private async collocated(ctx: WriteCtx, id: string | null, meeting: Meeting | null): Promise<string | null> {
    if (id === null) return null
    const other = id === meeting?.id ? null : await meetingsById(ctx).load(id)
    if (!other) throw refuse('NOT_FOUND', {}, { field: 'input.collocatedMeetingId' })
    return other.id
  }

  /** The columns that the details change; those left out are not among them. */
  private async checked(ctx: WriteCtx, input: MeetingDetails, meeting: Meeting | null): Promise<Partial<Meeting>> {
    const columns: Partial<Meeting> = {}
    if (input.title !== undefined) columns.title = textOf(input.title ?? '', 300, 'input.title')
    if (input.mode) columns.mode = input.mode
    if (input.zone) columns.zone = await knownZone(ctx, input.zone, 'input.zone')
    if (input.workingLanguage) columns.workingLanguage = languageTag(input.workingLanguage, 'input.workingLanguage')
    if (input.otherLanguages !== undefined) {
      const tags = (input.otherLanguages ?? []).map((tag) => languageTag(tag, 'input.otherLanguages'))
      if (tags.length > 20) {
        throw refuse('BAD_INPUT', { detail: 'a meeting has 20 languages at most' }, { field: 'input.otherLanguages' })
      }
      columns.otherLanguages = [...new Set(tags)]
    }
    if (input.decidesOnSiteOnly !== undefined) columns.decidesOnSiteOnly = input.decidesOnSiteOnly
    if (input.collocatedMeetingId !== undefined) {
      columns.collocatedMeetingId = await this.collocated(ctx, input.collocatedMeetingId, meeting)
    }
    if (input.isPreparatory != null) columns.isPreparatory = input.isPreparatory
    if (input.visibility) columns.visibility = input.visibility
    for (const field of ['opensAt', 'registrationOpensAt', 'closesAt'] as const) {
      if (input[field] !== undefined) columns[field] = timeOfDay(input[field], `input.${field}`)
    }
    for (const field of ['place', 'country', 'host', 'collocatedWith', 'remoteDetails'] as const) {
      if (input[field] !== undefined) columns[field] = optionalTextOf(input[field], 500, `input.${field}`)
    }
    if (input.objectives !== undefined) {
      const objectives = input.objectives ?? []
      if (objectives.length > 50) {
        throw refuse('BAD_INPUT', { detail: 'a meeting has 50 objectives at most' }, { field: 'input.objectives' })
      }
      columns.objectives = objectives.map((objective) => textOf(objective, 1000, 'input.objectives'))
    }
    return columns
  }
}
