/** Hour of the day, UTC, at which letters leave: before the day begins in Europe and Africa, and not in the night of Asia. */
const HOUR = 5
const DAY_MS = 86_400_000
const MONDAY = 1

/** When the next letter is due: tomorrow morning or today's, or Monday's; always later than `now`. [NO-4] */
export function nextDigestAt(frequency: 'DAILY' | 'WEEKLY', now: Date): Date {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), HOUR)
  const next = today > now.getTime() ? today : today + DAY_MS
  if (frequency === 'DAILY') return new Date(next)
  const daysToMonday = (MONDAY - new Date(next).getUTCDay() + 7) % 7
  return new Date(next + daysToMonday * DAY_MS)
}
