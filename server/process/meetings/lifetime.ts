import { lifetimeEnd } from '#server/process/deadlines/index.js'
import type { CalendarDay } from '#server/platform/time/index.js'

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
  'LIFETIME_NOT_STARTED' | 'LIFETIME_UNLIMITED' | 'LIFETIME_RUNS' | 'LIFETIME_EXTENDED' | 'LIFETIME_EXTENDED_ONLY'

/**
 * The lifetime of a group from the opening of its first meeting (null: there is none) with the parent's decisions to extend it. `months` null:
 * no limit but what the parent decided. [FG-5]
 */
export function lifetimeOf(
  startsOn: CalendarDay | null,
  months: number | null,
  decisions: readonly Decision[],
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
  if (endsOn === null) return answer(null, 'LIFETIME_NOT_STARTED', { months })
  if (latest && ownEnd !== endsOn) {
    return answer(endsOn, 'LIFETIME_EXTENDED', { endsOn, decidedOn: latest.decidedOn, wouldEndOn: ownEnd })
  }
  return answer(endsOn, 'LIFETIME_RUNS', { startsOn, months, endsOn })
}
