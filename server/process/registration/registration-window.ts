import type { RegistrationPhase } from '#schema/vocabulary/registration.js'
import { endOfDayExclusive, startOfDayIn, type CalendarDay, type Zone } from '#server/platform/time/index.js'

/** When people may register by themselves. */
export interface RegistrationWindow {
  /** Null: from the moment that registration is offered. */
  readonly opensAt: Date | null
  /** First instant that is too late. */
  readonly closesAt: Date
  /** First instant at which help with visas is no longer taken on. */
  readonly visaClosesAt: Date
}

interface Facts {
  /** First day; null when none was set. */
  readonly opensOn: CalendarDay | null
  readonly deadlineZone: Zone
  /** Last day of the meeting, and the zone of its place. */
  readonly endsOn: CalendarDay
  readonly zone: Zone
  /** Closing instants of the key dates REGISTRATION and VISA; null where the meeting has none. */
  readonly registrationClosesAt: Date | null
  readonly visaClosesAt: Date | null
}

/**
 * Registration opens with its first day and closes by its key date; without one, when the meeting ends. Help with visas has a date of its own; without
 * one it ends with registration. Neither outlives the meeting. [RG-1, RG-6]
 */
export function registrationWindow(facts: Facts): RegistrationWindow {
  const end = endOfDayExclusive(facts.endsOn, facts.zone)
  const closesAt = earlier(facts.registrationClosesAt ?? end, end)
  return {
    opensAt: facts.opensOn === null ? null : startOfDayIn(facts.opensOn, facts.deadlineZone),
    closesAt,
    visaClosesAt: earlier(facts.visaClosesAt ?? closesAt, end),
  }
}

const earlier = (one: Date, other: Date): Date => (one < other ? one : other)

/** Where registration stands at an instant. */
export function phaseAt({ opensAt, closesAt }: RegistrationWindow, now: Date): RegistrationPhase {
  if (now >= closesAt) return 'CLOSED'
  return opensAt !== null && now < opensAt ? 'NOT_YET' : 'OPEN'
}
