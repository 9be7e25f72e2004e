import { daysAfter, type CalendarDay } from '#server/platform/time/index.js'
import { management, NEAR_DAYS, type Blocker } from '#server/process/groups/index.js'

/** A meeting and how many of its documents wait for something. */
export interface DocumentsSeen {
  readonly number: number
  readonly title: string
  readonly startsOn: CalendarDay
  readonly count: number
}

/**
 * Documents that nobody has treated: those of the next meeting that stand under no row of its agenda, when it is near, and those without a result of
 * a meeting that is over and not closed. [GS-9, DL-1]
 */
export function documentBlockers(
  slug: string,
  { unplaced, untreated }: { readonly unplaced: DocumentsSeen | null; readonly untreated: readonly DocumentsSeen[] },
  today: CalendarDay,
): Blocker[] {
  const line = (
    code: string,
    verb: string,
    query: string,
    { number, title, startsOn, count }: DocumentsSeen,
  ): Blocker => ({
    code,
    args: { meeting: title, startsOn, count },
    whose: management,
    dueOn: code === 'UNPLACED' ? startsOn : null,
    settle: { verb, href: `/groups/${slug}/meetings/${number}/documents${query}`, permission: 'group.callMeeting' },
  })
  const isNear = unplaced !== null && unplaced.count > 0 && today >= daysAfter(unplaced.startsOn, -NEAR_DAYS)
  return [
    ...untreated.filter(({ count }) => count > 0).map((one) => line('UNTREATED', 'TREAT', '', one)),
    ...(isNear ? [line('UNPLACED', 'PLACE_DOCUMENTS', '', unplaced)] : []),
  ]
}
