import { daysBetween, type CalendarDay } from '#server/platform/time/index.js'
import { everybody, NEAR_DAYS, type Blocker } from '#server/process/groups/index.js'

/** An open action of the reader, with the day by which it is to be done. */
export interface OwnAction {
  readonly number: number
  readonly text: string
  readonly dueOn: CalendarDay
}

/** What the reader was handed out and has to report on at the next meeting, on `today`: from four weeks before its day on. [GS-9, AC-2] */
export const actionBlockers = (slug: string, own: readonly OwnAction[], today: CalendarDay): Blocker[] =>
  own
    .filter(({ dueOn }) => daysBetween(today, dueOn) <= NEAR_DAYS)
    .map(({ number, text, dueOn }) => ({
      code: 'ACTION',
      args: { number, text },
      whose: everybody,
      dueOn,
      settle: { verb: 'REPORT_ACTION', href: `/groups/${slug}/actions/${number}`, permission: null },
    }))
