import type { Finding } from '#server/roadmap/items/index.js'
import type {
  Confidence,
  DateKind,
  Impact,
  ItemState,
  ItemType,
  LifecycleStage,
  StateBasis,
  Topic,
} from '#schema/vocabulary/register.js'

/** An item of the register as far as an import compares with it. */
export interface KnownItem {
  readonly id: string
  readonly slug: string
  readonly designation: string
  readonly title: string | null
  readonly titleConfidence: Confidence
  readonly bodyId: string
  readonly committeeId: string | null
  readonly type: ItemType
  readonly state: ItemState
  readonly stateBasis: StateBasis
  readonly nativeStage: string | null
  readonly dates: Readonly<Partial<Record<DateKind, string>>>
  readonly topics: readonly Topic[]
  readonly lifecycleStages: readonly LifecycleStage[]
  readonly impacts: readonly Impact[]
  readonly scopeNote: string | null
  readonly equivalents: readonly string[]
  readonly url: string | null
  readonly moreUrls: readonly string[]
  readonly confidence: Confidence
  /** Day of the evidence; null when unknown. */
  readonly evidenceOn: string | null
  /** Titles in other languages that hold now. */
  readonly titles: Readonly<Record<string, { readonly title: string; readonly confidence: Confidence }>>
  /** On what its present stage rests; null when none is recorded. */
  readonly finding: Finding | null
}

/** An item that goes by a name, or went by it. */
export interface NamedSo {
  readonly itemId: string
  readonly designation: string
  readonly isFormer: boolean
}
