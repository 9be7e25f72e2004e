/** D.WG3-01 of a working group, D-01 of the group as a whole. [DE-2] */
const pattern = /^D(?:\.WG([1-9]\d{0,2}))?-(\d{2,4})$/

interface ReadCode {
  /** Number of the working group; null for the group as a whole. */
  readonly subgroup: number | null
  readonly number: number
}

/** The parts of a code; null when it is not written by the pattern. */
export function readCode(code: string): ReadCode | null {
  const found = pattern.exec(code)
  return found && { subgroup: found[1] === undefined ? null : Number(found[1]), number: Number(found[2]) }
}

const start = (subgroup: number | null) => (subgroup === null ? 'D-' : `D.WG${subgroup}-`)

/** The next code that nothing in the group has had: one above the highest of its working group, so that a gap in the row is not filled. [DE-2, DV-1] */
export function nextCode(taken: readonly string[], subgroup: number | null): string {
  const numbers = taken.flatMap((code) => {
    const read = readCode(code)
    return read && read.subgroup === subgroup ? [read.number] : []
  })
  return `${start(subgroup)}${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`
}

/** Whether a code is written by the pattern and names the working group that writes the deliverable. */
export const fitsCode = (code: string, subgroup: number | null): boolean => readCode(code)?.subgroup === subgroup
