const clocks = (zone: string) =>
  new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  })

/** An instant as a field for day and time shows it, on the clocks of a zone: `2026-05-12T09:30`. */
export function wallIn(at: string | number, zone: string): string {
  const parts = Object.fromEntries(
    clocks(zone)
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, value]),
  )
  return `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}`
}

/**
 * `2026-05-12T09:30` on the clocks of a zone, as an instant; null for what is no such time. A time that the clocks skip is read as one after the gap.
 */
export function instantIn(wall: string, zone: string): string | null {
  const asUtc = Date.parse(`${wall.slice(0, 16)}Z`)
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(wall) || Number.isNaN(asUtc)) return null
  // How far the clocks are ahead there, found at a guess and looked at again from where it leads.
  const aheadAt = (instant: number) => Date.parse(`${wallIn(instant, zone)}Z`) - instant
  const guess = asUtc - aheadAt(asUtc)
  return new Date(asUtc - aheadAt(guess)).toISOString()
}
