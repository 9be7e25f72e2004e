import type { Obligation } from '#schema/vocabulary/process.js'
import { daysBetween, type CalendarDay } from '#server/platform/time/index.js'
import type { MovePreview } from '#server/process/deadlines/index.js'

export type MoveWarningCode =
  | 'STARTS_IN_PAST'
  | 'NOTICE_TOO_SHORT'
  | 'ANNOUNCED_TOO_LATE'
  | 'DATE_IS_PAST'
  | 'PINNED_AFTER_OPENING'
  | 'DATE_AFTER_OPENING'

/** Something to know before a meeting is moved. It forbids nothing. */
export interface MoveWarning {
  readonly code: MoveWarningCode
  readonly args: Readonly<Record<string, string | number>> & { readonly obligation?: Obligation }
}

/** What to know before a meeting moves to `startsOn`, seen on `today`. [MT-6] */
export function moveWarnings(
  { keyDates, announcementAfter }: MovePreview,
  startsOn: CalendarDay,
  today: CalendarDay,
): readonly MoveWarning[] {
  const warnings: MoveWarning[] = []
  const { latestOn, announcedOn, daysAhead, isInTime } = announcementAfter
  if (startsOn < today) warnings.push({ code: 'STARTS_IN_PAST', args: { startsOn } })
  // People hear of the new days on the day of the move, however early the old ones were announced.
  else if (latestOn !== null && today > latestOn) {
    warnings.push({ code: 'NOTICE_TOO_SHORT', args: { daysAhead: daysBetween(today, startsOn), latestOn } })
  }
  if (isInTime === false && announcedOn !== null && daysAhead !== null && latestOn !== null) {
    warnings.push({ code: 'ANNOUNCED_TOO_LATE', args: { announcedOn, daysAhead, latestOn } })
  }
  for (const { obligation, move, newOn, isPast, fallsAfterOpening } of keyDates) {
    if (newOn === null || obligation === 'ANNOUNCEMENT') continue
    if (isPast && move === 'MOVES') warnings.push({ code: 'DATE_IS_PAST', args: { obligation, on: newOn } })
    if (fallsAfterOpening && move === 'PINNED') {
      warnings.push({ code: 'PINNED_AFTER_OPENING', args: { obligation, on: newOn } })
    }
  }
  return warnings
}

/** What to know before a date is set by hand, or taken back: one that is over already, or falls after the meeting opens. [MT-16] */
export const dateWarnings = ({ keyDates }: MovePreview): readonly MoveWarning[] =>
  keyDates.flatMap(({ obligation, move, newOn, isPast, fallsAfterOpening }): MoveWarning[] => {
    if (newOn === null || obligation === 'ANNOUNCEMENT' || (move !== 'MOVES' && move !== 'ADDED')) return []
    const args = { obligation, on: newOn }
    return [
      ...(isPast ? [{ code: 'DATE_IS_PAST' as const, args }] : []),
      ...(fallsAfterOpening ? [{ code: 'DATE_AFTER_OPENING' as const, args }] : []),
    ]
  })
