import type { MeetingMode, Obligation } from '#schema/vocabulary/process.js'
import type { MeetingState } from '#schema/vocabulary/meetings.js'
import { daysAfter, daysBetween, monthsBefore, type CalendarDay } from '#server/platform/time/index.js'
import type { AnnouncementCheck, KeyDate } from '#server/process/deadlines/index.js'
import type { Blocker, Concerned } from '#server/process/groups/index.js'

/** What of the next meeting of a group its dashboard tells. */
export interface NextMeetingSeen {
  readonly number: number
  readonly title: string
  readonly state: MeetingState
  readonly mode: MeetingMode
  readonly startsOn: CalendarDay
  readonly place: string | null
  readonly opensAt: string | null
  readonly keyDates: readonly Pick<KeyDate, 'obligation' | 'effectiveOn'>[]
  readonly notice: Pick<AnnouncementCheck, 'latestOn'>
}

const management: readonly Concerned[] = ['CHAIR', 'VICE_CHAIR', 'SECRETARIAT']
const everybody: readonly Concerned[] = [...management, 'EDITOR', 'CONTRIBUTOR', 'LIAISON_OFFICER', 'PARTICIPANT']

/** So many days ahead a date counts as near. */
const nearDays = 28

/** What somebody still has to do for a meeting, by obligation; those that the house keeps itself are left out. */
const whose: Partial<Record<Obligation, readonly Concerned[]>> = {
  CONTRIBUTIONS: ['EDITOR', 'CONTRIBUTOR', 'PARTICIPANT', 'LIAISON_OFFICER'],
  REGISTRATION: everybody,
  VISA: everybody,
  DELIVERABLES_TO_PARENT: [...management, 'EDITOR'],
  PROGRESS_REPORT: management,
}

/** What stands in the way of the next meeting of a group on `today`; null: there is none ahead. [GS-9, ME-4] */
export function meetingBlockers(slug: string, next: NextMeetingSeen | null, today: CalendarDay): Blocker[] {
  const group = `/groups/${slug}`
  if (next === null) {
    const settle = { verb: 'CALL', href: `${group}/meetings/new`, permission: 'group.callMeeting' }
    return [{ code: 'NO_MEETING', args: {}, whose: management, dueOn: null, settle }]
  }
  if (next.state === 'RUNNING') return []
  const href = `${group}/meetings/${next.number}`
  const args = { meeting: next.title, startsOn: next.startsOn }
  const edit = { verb: 'EDIT_MEETING', href: `${href}/edit`, permission: 'group.callMeeting' }
  const { latestOn } = next.notice
  const lines: Blocker[] = []
  if (next.state === 'PLANNED' && (latestOn === null || today >= daysAfter(latestOn, -nearDays))) {
    const settle = { verb: 'ANNOUNCE', href: `${href}/announce`, permission: 'group.callMeeting' }
    lines.push({ code: 'NOT_ANNOUNCED', args, whose: management, dueOn: latestOn, settle })
  }
  if (next.mode !== 'REMOTE' && next.place === null) {
    lines.push({ code: 'NO_PLACE', args, whose: management, dueOn: latestOn, settle: edit })
  }
  if (next.opensAt === null) lines.push({ code: 'NO_TIME', args, whose: management, dueOn: latestOn, settle: edit })
  for (const { obligation, effectiveOn } of next.keyDates) {
    const concerned = whose[obligation]
    const days = daysBetween(today, effectiveOn)
    if (!concerned || days < 0 || days > nearDays) continue
    const settle = { verb: 'SEE_DATES', href: `${href}#key-dates`, permission: null }
    lines.push({ code: 'DATE_NEAR', args: { ...args, obligation, days }, whose: concerned, dueOn: effectiveOn, settle })
  }
  return lines
}

/** A meeting that has ended and that nobody has closed: its record can still change. [GS-9, MT-10] */
export function closingBlockers(
  slug: string,
  last: Pick<NextMeetingSeen, 'number' | 'title' | 'state'> | null,
): Blocker[] {
  if (last?.state !== 'ENDED') return []
  const settle = {
    verb: 'CLOSE',
    href: `/groups/${slug}/meetings/${last.number}/close`,
    permission: 'group.callMeeting',
  }
  return [{ code: 'NOT_CLOSED', args: { meeting: last.title }, whose: ['CHAIR', 'VICE_CHAIR'], dueOn: null, settle }]
}

/** Months before the end of a group from which its dashboard tells of it. */
const endMonths = 6

/** What the end of a group's lifetime stands in the way of; nothing while it is not known. [FG-5, GS-9] */
export function lifetimeBlockers(
  slug: string,
  endsOn: CalendarDay | null,
  next: Pick<NextMeetingSeen, 'title' | 'startsOn'> | null,
  today: CalendarDay,
): Blocker[] {
  if (endsOn === null) return []
  const settle = { verb: 'EXTEND', href: `/groups/${slug}/extend`, permission: 'group.extend' }
  const line = { whose: [...management, 'ADMINISTRATOR'] as const, dueOn: endsOn, settle }
  if (endsOn < today) return [{ ...line, code: 'LIFETIME_OVER', args: { endsOn } }]
  if (next && next.startsOn > endsOn) {
    return [{ ...line, code: 'MEETS_AFTER_END', args: { endsOn, meeting: next.title, startsOn: next.startsOn } }]
  }
  return today >= monthsBefore(endsOn, endMonths) ? [{ ...line, code: 'LIFETIME_ENDS', args: { endsOn } }] : []
}
