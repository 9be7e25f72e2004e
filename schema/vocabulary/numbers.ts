/** Permanent numbers of gaps (`G-01`), principles (`P-01`) and cases of overlap (`O-01`): two digits at least, more where needed. Never given twice. */
export type NumberPrefix = 'G' | 'P' | 'O'

export const writeNumber = (prefix: NumberPrefix, number: number): string =>
  `${prefix}-${String(number).padStart(2, '0')}`

/** The number in `G-01`, also as people type it: `g1`, `G 01`. Null for anything else. */
export function readNumber(prefix: NumberPrefix, text: string): number | null {
  const digits = text.length <= 20 && new RegExp(`^\\s*${prefix}[-\\s]?0*([1-9]\\d{0,8})\\s*$`, 'i').exec(text)
  return digits ? Number(digits[1]) : null
}
