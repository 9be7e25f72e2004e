import { daysBetween } from '../deadlines/index.js'

/** How much of a lifetime is over on `today`, from 0 to 1; null while start or end is not known. */
export function lifetimePart(startsOn: string | null, endsOn: string | null, today: string): number | null {
  if (startsOn === null || endsOn === null || endsOn <= startsOn) return null
  return Math.min(1, Math.max(0, daysBetween(startsOn, today) / daysBetween(startsOn, endsOn)))
}
