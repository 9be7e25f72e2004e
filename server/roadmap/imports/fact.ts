import type { DateKind, Impact, ItemStatus, ItemType, LifecycleStage, Topic } from '#schema/vocabulary/register.js'
import type { ImportReason } from '#schema/vocabulary/imports.js'

/** Why a row is doubtful or refused, or what of it is not taken over; the arguments fill its sentence (`import.reason.<code>`). */
export interface Reason {
  readonly code: ImportReason
  readonly args: Readonly<Record<string, string | number>>
}

/** What a row says of an item, in the words of the register. What is absent, it does not say: that never clears anything. [IM-3] */
export interface Fact {
  readonly designation: string
  /** Earlier names of the same item, by which it is found. */
  readonly formerly: readonly string[]
  /** Slug of the item in this register, where the file comes from here. */
  readonly slug?: string
  /** By language; `en` is the official title where there is one. */
  readonly titles: Readonly<Record<string, string>>
  /** Name of the body as the row has it: slug, acronym or full name. */
  readonly body?: string
  /** Bodies that its designation or its catalogue suggests, the likeliest first: for an item that is new, where the row names none. */
  readonly likelyBodies: readonly string[]
  /** Names of the committee, the smallest first. */
  readonly committees: readonly string[]
  readonly type?: ItemType
  /** What its designation suggests: for an item that is new, where the row names none. */
  readonly likelyType?: ItemType
  readonly nativeStage?: string
  readonly status?: ItemStatus
  readonly dates: Readonly<Partial<Record<DateKind, string>>>
  readonly topics?: readonly Topic[]
  readonly lifecycleStages?: readonly LifecycleStage[]
  readonly impacts?: readonly Impact[]
  readonly scopeNote?: string
  readonly equivalents?: readonly string[]
  readonly url?: string
  readonly moreUrls?: readonly string[]
}

/** A row as far as it can be understood without the register. */
export type ReadFact =
  { readonly fact: Fact; readonly refusals?: undefined } | { readonly fact: null; readonly refusals: readonly Reason[] }
