/** Dates as precise as their evidence: `2026`, `2026-03`, `2026-03-14`. All are taken to exist. [SO-4] */

/** The first day that it may mean. */
export const earliestDay = (date: string): string => `${date}-01-01`.slice(0, 10)

/** The last day that it may mean. */
export function latestDay(date: string): string {
  if (date.length === 10) return date
  if (date.length === 4) return `${date}-12-31`
  const [year, month] = date.split('-').map(Number) as [number, number]
  return `${date}-${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0')}`
}

/** Whether one lies before the other whatever days they mean: March is not before 2026, nor after it. */
export const isSurelyBefore = (one: string, other: string): boolean => latestDay(one) < earliestDay(other)
