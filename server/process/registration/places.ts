import type { AttendanceMode, RegistrationState } from '#schema/vocabulary/registration.js'

/** A registration as the queue sees it. */
export interface Queued {
  readonly id: string
  readonly mode: AttendanceMode
  readonly state: RegistrationState
  /** Order of arrival. */
  readonly arrival: number
}

const holdsAPlace = ({ mode, state }: Queued): boolean => mode === 'ONSITE' && state === 'CONFIRMED'

/** Those who wait, in the order in which they came. */
export const waitingInOrder = (all: readonly Queued[]): readonly Queued[] =>
  all.filter(({ state }) => state === 'WAITING').toSorted((one, other) => one.arrival - other.arrival)

/** Places in the room that nobody holds; null without a limit, never below 0: places taken back later drive nobody out. [RG-2] */
export const placesLeft = (all: readonly Queued[], places: number | null): number | null =>
  places === null ? null : Math.max(0, places - all.filter(holdsAPlace).length)

/**
 * Where somebody stands who asks for a place now: from afar there is always one; in the room only when one is free and nobody waits for it.
 * [PA-5, RG-2]
 */
export function stateOnArrival(
  mode: AttendanceMode,
  others: readonly Queued[],
  places: number | null,
): Extract<RegistrationState, 'CONFIRMED' | 'WAITING'> {
  if (mode === 'REMOTE' || places === null) return 'CONFIRMED'
  return placesLeft(others, places)! > 0 && waitingInOrder(others).length === 0 ? 'CONFIRMED' : 'WAITING'
}

/** Who gets a place now, first come first: as many of those who wait as places are free. [RG-3] */
export const movingUp = (all: readonly Queued[], places: number | null): readonly string[] =>
  waitingInOrder(all)
    .slice(0, placesLeft(all, places) ?? undefined)
    .map(({ id }) => id)
