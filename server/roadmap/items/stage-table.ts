import type { ItemState } from '#schema/vocabulary/register.js'

/** One stage of a body's own vocabulary. */
export interface NativeStage {
  /** Its name in the word catalogue: `stage.<phase>`. */
  readonly phase: string
  /** The spellings that catalogues use, in lower case. */
  readonly names: readonly string[]
  readonly state: ItemState
  /** V: read in the source itself; C: in a catalogue or extract; M: from memory, to be confirmed. */
  readonly mark: 'V' | 'C' | 'M'
}

/**
 * The row for a native stage as catalogues print it, or null when the table has none. Case, blanks and a trailing remark in
 * parentheses ("In force (AAP)") do not matter.
 */
export function findStage(table: readonly NativeStage[], nativeStage: string): NativeStage | null {
  const name = nativeStage
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ ?\([^()]*\) ?$/, '')
    .trim()
  return table.find(({ names }) => names.includes(name)) ?? null
}
