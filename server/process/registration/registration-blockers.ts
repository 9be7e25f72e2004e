import { daysBetween, type CalendarDay } from '#server/platform/time/index.js'
import { everybody, management, NEAR_DAYS, type Blocker } from '#server/process/groups/index.js'

/** What of the registration for the next meeting the dashboard of one reader tells. */
export interface RegistrationSeen {
  readonly number: number
  readonly title: string
  readonly startsOn: CalendarDay
  /** People who wait for a place in the room. */
  readonly waiting: number
  /** People who asked for help with a visa. */
  readonly visaWishes: number
  /** Last day on which one can ask for that; null when it is not offered. */
  readonly visaClosesOn: CalendarDay | null
  /** The reader asked for it and has not said what the letter needs. */
  readonly needsMissing: boolean
}

/** What the registration for the next meeting waits for, on `today`. [GS-9, RG-3, RG-6] */
export function registrationBlockers(slug: string, seen: RegistrationSeen | null, today: CalendarDay): Blocker[] {
  if (!seen) return []
  const { number, title: meeting, startsOn, waiting, visaWishes, visaClosesOn, needsMissing } = seen
  const href = `/groups/${slug}/meetings/${number}/registration`
  const line = (
    code: string,
    whose: Blocker['whose'],
    dueOn: CalendarDay | null,
    settle: Blocker['settle'],
  ): Blocker => ({
    code,
    args: { meeting, startsOn, count: code === 'WAITING' ? waiting : visaWishes },
    whose,
    dueOn,
    settle,
  })
  const toList = { verb: 'SEE_LIST', href: `${href}/list`, permission: null }
  // Letters take weeks: the wishes are told from four weeks before the last day for them until the meeting.
  const isVisaTime = visaClosesOn !== null && today <= startsOn && daysBetween(today, visaClosesOn) <= NEAR_DAYS
  return [
    ...(waiting > 0 ? [line('WAITING', management, startsOn, toList)] : []),
    ...(visaWishes > 0 && isVisaTime ? [line('VISA_WISHES', ['SECRETARIAT'], visaClosesOn, toList)] : []),
    ...(needsMissing && today <= startsOn
      ? [line('VISA_NEEDS', everybody, visaClosesOn, { verb: 'SAY_NEEDS', href, permission: null })]
      : []),
  ]
}
