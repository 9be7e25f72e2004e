import type { ImportField } from '#schema/vocabulary/imports.js'
import type { Confidence, ItemState, StateBasis } from '#schema/vocabulary/register.js'
import type { Reason } from './fact.js'

/** On what the facts of a file rest: all of them on the same. */
export interface ImportSource {
  readonly confidence: Confidence
  /** Day as of which the file tells. */
  readonly asOf: string
}

/** One field of an item, before and after; what is not known is null. */
export interface Change {
  readonly field: ImportField
  readonly from: unknown
  readonly to: unknown
}

/** What is to be written of an item. */
export interface Plan {
  /** Columns of the item by their names in the database; of a new one all that it has besides key, address and source. */
  readonly item: Readonly<Record<string, unknown>>
  /** Whether it gets a new name: another designation or title. */
  readonly isRenamed: boolean
  /** A stage that it has reached; null when that did not change. */
  readonly stage: StagePlan | null
  /** Titles in other languages. */
  readonly titles: readonly { readonly lang: string; readonly title: string }[]
  /** Whether its facts rest on the file from now on. */
  readonly isSourced: boolean
}

export interface StagePlan {
  readonly nativeStage: string | null
  readonly state: ItemState
  readonly stateBasis: StateBasis
}

export interface Planned {
  readonly plan: Plan | null
  readonly changes: readonly Change[]
  /** What of the row is not taken over, and why. */
  readonly reasons: readonly Reason[]
  /** Why the row cannot be taken at all. */
  readonly refusals: readonly Reason[]
}

/** What the first of some names finds; null when none does. */
export function firstOf<T>(names: readonly string[], find: (name: string) => T | null): T | null {
  for (const name of names) {
    const found = find(name)
    if (found) return found
  }
  return null
}

/** Nothing is known, or there is nothing. */
export const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (Array.isArray(value) ? value.length === 0 : typeof value === 'object' && Object.keys(value).length === 0)
