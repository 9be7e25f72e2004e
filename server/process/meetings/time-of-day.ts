import { refuse } from '#server/platform/errors/index.js'

/** A time of day that a person typed, `HH:MM`; null when left out. Refuses: NO_SUCH_TIME_OF_DAY. */
export function timeOfDay(text: string | null | undefined, field: string): string | null {
  if (text === null || text === undefined || text === '') return null
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) {
    throw refuse('NO_SUCH_TIME_OF_DAY', { time: text.slice(0, 20) }, { field })
  }
  return text
}

/** A stored time (`09:30:00`) as people write it. */
export const shortTime = (stored: string | null): string | null => stored?.slice(0, 5) ?? null

/** On one day the end comes after the beginning; on several it is that of the last day. Refuses: CLOSES_BEFORE_OPENING. */
export function inOrderOfDay(
  isOneDay: boolean,
  { opensAt, closesAt }: { opensAt: string | null; closesAt: string | null },
): void {
  if (!isOneDay || opensAt === null || closesAt === null || shortTime(opensAt)! < shortTime(closesAt)!) return
  throw refuse(
    'CLOSES_BEFORE_OPENING',
    { opensAt: shortTime(opensAt)!, closesAt: shortTime(closesAt)! },
    { field: 'input.closesAt' },
  )
}
