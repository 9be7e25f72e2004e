import type { LifetimeAnchor } from '#schema/vocabulary/groups.js'
import { lifetimeEnd } from '#server/process/deadlines/index.js'
import type { CalendarDay } from '#server/platform/time/index.js'

/** What of a group says from when its lifetime is counted. */
interface Anchored {
  readonly lifetimeAnchor: LifetimeAnchor
  readonly termsApprovedOn: CalendarDay | null
}

/** The day from which the lifetime of a group is counted; null while it is not known. [FG-5, GS-2] */
export const lifetimeStart = (group: Anchored, firstMeeting: CalendarDay | null): CalendarDay | null =>
  group.lifetimeAnchor === 'TERMS_APPROVED' ? group.termsApprovedOn : firstMeeting

interface Decision {
  readonly decidedOn: CalendarDay
  readonly newEndOn: CalendarDay
}

/** How long a group works, and why. */
export interface LifetimeAnswer {
  readonly startsOn: CalendarDay | null
  readonly months: number | null
  readonly endsOn: CalendarDay | null
  readonly explanation: { readonly code: LifetimeCode; readonly args: Readonly<Record<string, string | number | null>> }
}

export type LifetimeCode =
  | 'LIFETIME_NOT_STARTED'
  | 'LIFETIME_UNLIMITED'
  | 'LIFETIME_RUNS'
  | 'LIFETIME_EXTENDED'
  | 'LIFETIME_EXTENDED_ONLY'
  | 'LIFETIME_WAITS_FOR_TERMS'
  | 'LIFETIME_RUNS_FROM_TERMS'

/**
 * The lifetime of a group from `startsOn`, the opening of its first meeting or whatever its anchor says (null: not yet), with the parent's
 * decisions to extend it. `months` null: no limit but what the parent decided. [FG-5, GS-2]
 */
export function lifetimeOf(
  startsOn: CalendarDay | null,
  months: number | null,
  decisions: readonly Decision[],
  anchor: LifetimeAnchor = 'FIRST_MEETING',
): LifetimeAnswer {
  const latest = decisions.reduce<Decision | null>(
    (found, one) => (found && found.newEndOn >= one.newEndOn ? found : one),
    null,
  )
  const answer = (endsOn: CalendarDay | null, code: LifetimeCode, args: Record<string, string | number | null>) => ({
    startsOn,
    months,
    endsOn,
    explanation: { code, args },
  })
  if (months === null) {
    if (!latest) return answer(null, 'LIFETIME_UNLIMITED', {})
    return answer(latest.newEndOn, 'LIFETIME_EXTENDED_ONLY', { endsOn: latest.newEndOn, decidedOn: latest.decidedOn })
  }
  const extensions = decisions.map(({ newEndOn }) => ({ newEndsOn: newEndOn }))
  const endsOn = lifetimeEnd(startsOn, months, extensions)
  const ownEnd = lifetimeEnd(startsOn, months)
  const isByTerms = anchor === 'TERMS_APPROVED'
  if (endsOn === null) return answer(null, isByTerms ? 'LIFETIME_WAITS_FOR_TERMS' : 'LIFETIME_NOT_STARTED', { months })
  if (latest && ownEnd !== endsOn) {
    return answer(endsOn, 'LIFETIME_EXTENDED', { endsOn, decidedOn: latest.decidedOn, wouldEndOn: ownEnd })
  }
  return answer(endsOn, isByTerms ? 'LIFETIME_RUNS_FROM_TERMS' : 'LIFETIME_RUNS', { startsOn, months, endsOn })
}
