/** Hours of a meeting as people type them: one sitting a line, `2027-06-15 09:30-12:30`. */

export interface Sitting {
  readonly on: string
  readonly from: string
  readonly to: string
}

const shape = /^(\d{4}-\d{2}-\d{2})[\s,;]+(\d{1,2})[:.](\d{2})\s*[-–—]\s*(\d{1,2})[:.](\d{2})$/

/** The sittings, or the first line that cannot be read. Blank lines are left out. */
export function readHours(text: string): readonly Sitting[] | { readonly line: number; readonly text: string } {
  const sittings: Sitting[] = []
  for (const [at, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim()
    if (line === '') continue
    const found = shape.exec(line)
    if (!found) return { line: at + 1, text: line }
    const [, on, fromHour, fromMinute, toHour, toMinute] = found as unknown as [
      string,
      string,
      string,
      string,
      string,
      string,
    ]
    sittings.push({
      on,
      from: `${fromHour.padStart(2, '0')}:${fromMinute}`,
      to: `${toHour.padStart(2, '0')}:${toMinute}`,
    })
  }
  return sittings
}

/** The same as a text to be changed. */
export const writeHours = (sittings: readonly Sitting[]): string =>
  sittings.map(({ on, from, to }) => `${on} ${from}-${to}`).join('\n')

/** Minutes as hours and minutes. */
export const inHours = (minutes: number): { readonly hours: number; readonly minutes: number } => ({
  hours: Math.floor(minutes / 60),
  minutes: minutes % 60,
})
