import { obligations } from '#schema/vocabulary/process.js'
import type { Explanation, KeyDateMove, Obligation } from '#schema/vocabulary/process.js'
import { daysBetween, type CalendarDay } from '#server/platform/time/index.js'
import { announcementCheck, type AnnouncementCheck } from './announcement.js'
import type { DeadlineFacts } from './facts.js'
import { keyDates, type KeyDate } from './key-dates.js'

/** One key date before and after a change of its meeting. */
export interface MovedKeyDate {
  readonly obligation: Obligation
  readonly ruleId: string | null
  readonly move: KeyDateMove
  /** Null when the meeting had no such date before. */
  readonly oldOn: CalendarDay | null
  /** Null when it has none any more. */
  readonly newOn: CalendarDay | null
  readonly oldClosesAt: Date | null
  readonly newClosesAt: Date | null
  /** Days by which it moves, later being positive; null when it is added or removed. */
  readonly movesByDays: number | null
  /** The new date is over as of the day asked for: people can no longer keep it. */
  readonly isPast: boolean
  /** Something due before the meeting would now fall after it opens; so a published date that is pinned may need a new one. */
  readonly fallsAfterOpening: boolean
  /** Days by which a published date that stays now differs from what the rule would give. Null unless it is published and a rule speaks. */
  readonly differenceDays: number | null
  /** Of the new date; of the old one when it is removed. */
  readonly explanation: Explanation
}

/** What a change of a meeting would do, before anybody makes it. */
export interface MovePreview {
  /** In the order of the new dates; removed ones last. */
  readonly keyDates: readonly MovedKeyDate[]
  readonly announcementBefore: AnnouncementCheck
  readonly announcementAfter: AnnouncementCheck
  /** The meeting is announced early enough as it stands, and would not be afterwards. Null while it is not announced. */
  readonly noticeBecomesTooShort: boolean | null
}

function moveOf(old: KeyDate | undefined, next: KeyDate | undefined): KeyDateMove {
  if (!old) return 'ADDED'
  if (!next) return 'REMOVED'
  if (next.publishedOn !== null && old.publishedOn === next.publishedOn) return 'PINNED'
  return old.effectiveOn === next.effectiveOn && old.closesAt.getTime() === next.closesAt.getTime() ? 'STAYS' : 'MOVES'
}

/**
 * Shows what moves when the facts of a meeting change from `before` to `after`, judged on the day `asOf`: computed dates go with the meeting,
 * published ones stay until somebody changes them. [D-M-1 to D-M-3]
 */
export function whatMoves(
  before: DeadlineFacts,
  after: DeadlineFacts,
  { asOf, announcedOn }: { readonly asOf: CalendarDay; readonly announcedOn: CalendarDay | null },
): MovePreview {
  const olds = new Map(keyDates(before).map((date) => [date.obligation, date]))
  const nexts = new Map(keyDates(after).map((date) => [date.obligation, date]))
  const moved = obligations.flatMap((obligation): MovedKeyDate[] => {
    const old = olds.get(obligation)
    const next = nexts.get(obligation)
    const told = next ?? old
    if (!told) return []
    return [
      {
        obligation,
        ruleId: told.ruleId,
        move: moveOf(old, next),
        oldOn: old?.effectiveOn ?? null,
        newOn: next?.effectiveOn ?? null,
        oldClosesAt: old?.closesAt ?? null,
        newClosesAt: next?.closesAt ?? null,
        movesByDays: old && next ? daysBetween(old.effectiveOn, next.effectiveOn) : null,
        isPast: next !== undefined && next.effectiveOn < asOf,
        fallsAfterOpening: next !== undefined && next.daysAhead < 0 && (old ?? next).daysAhead >= 0,
        differenceDays: next?.differenceDays ?? null,
        explanation: told.explanation,
      },
    ]
  })
  const lastly = '9999-12-31'
  const announcementBefore = announcementCheck(before, announcedOn)
  const announcementAfter = announcementCheck(after, announcedOn)
  return {
    keyDates: moved.sort((one, other) => (one.newOn ?? lastly).localeCompare(other.newOn ?? lastly, 'en')),
    announcementBefore,
    announcementAfter,
    noticeBecomesTooShort:
      announcedOn === null ? null : announcementBefore.isInTime !== false && announcementAfter.isInTime === false,
  }
}
