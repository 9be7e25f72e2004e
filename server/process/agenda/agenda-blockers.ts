import { daysAfter, type CalendarDay } from '#server/platform/time/index.js'
import { management, NEAR_DAYS, type Blocker } from '#server/process/groups/index.js'

/** What of the agenda of the next meeting the dashboard tells. */
export interface AgendaSeen {
  readonly number: number
  readonly title: string
  readonly startsOn: CalendarDay
  readonly rows: number
  /** Whether a version was published. */
  readonly isPublished: boolean
  /** Rows that the last meetings left and that nobody has placed. */
  readonly left: number
}

/** What the agenda of the next meeting stands in need of on `today`; far ahead of a meeting it needs nothing. [GS-9, AG-6, AG-7] */
export function agendaBlockers(slug: string, seen: AgendaSeen | null, today: CalendarDay): Blocker[] {
  if (!seen || today < daysAfter(seen.startsOn, -NEAR_DAYS)) return []
  const { number, title: meeting, startsOn, rows, isPublished, left } = seen
  const href = `/groups/${slug}/meetings/${number}/agenda`
  const line = (code: string, verb: string, at: string, args: Blocker['args'] = {}): Blocker => ({
    code,
    args: { meeting, startsOn, ...args },
    whose: management,
    dueOn: startsOn,
    settle: { verb, href: href + at, permission: 'group.callMeeting' },
  })
  return [
    ...(rows === 0 ? [line('NO_AGENDA', 'WRITE_AGENDA', '')] : []),
    ...(rows > 0 && !isPublished ? [line('AGENDA_UNPUBLISHED', 'PUBLISH_AGENDA', '')] : []),
    ...(left > 0 ? [line('ROWS_LEFT', 'PLACE_ROWS', '#offers', { count: left })] : []),
  ]
}
