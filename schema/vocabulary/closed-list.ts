/** A value that is in none of our lists. The edge that read it (an import, the starter) turns it into a refusal or a fault. */
export class UnknownValue extends Error {
  override readonly name = 'UnknownValue'

  constructor(
    /** What was being read: "topic", "item type". */
    readonly list: string,
    /** What was found instead, shortened to 80 characters. */
    readonly value: string,
  ) {
    super(`unknown ${list}: ${value}`)
  }
}

const kebab = (value: string) => value.toLowerCase().replaceAll('_', '-')
const camel = (value: string) => kebab(value).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
const spellings = { kebab, camel }

/**
 * Reads the spelling that data files use (`data-centre-kpi`, `parApproved`) into the value of a closed list (`DATA_CENTRE_KPI`,
 * `PAR_APPROVED`). Exact: another case, a blank or an empty text throws `UnknownValue`.
 */
export function readerOf<T extends string>(
  list: string,
  values: readonly T[],
  style: keyof typeof spellings = 'kebab',
) {
  const known = new Map<string, T>(values.map((value) => [spellings[style](value), value]))
  return (spelling: string): T => {
    const value = known.get(spelling)
    if (value === undefined) throw new UnknownValue(list, String(spelling).slice(0, 80))
    return value
  }
}
