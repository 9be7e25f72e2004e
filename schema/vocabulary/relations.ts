import { readerOf } from './closed-list.js'

/** How one item relates to another, read "`from` TYPE `to`". [RE-1] */
export const RELATION_TYPES = [
  'REFERENCES_NORMATIVELY',
  'REFERENCES',
  'SUPERSEDES',
  'AMENDS',
  'CORRECTS',
  'SUPPLEMENTS',
  'IDENTICAL_TO',
  'ALIGNED_WITH',
  'ADOPTS',
  'DERIVED_FROM',
  'DEPENDS_ON',
  'EXTENDS',
  'COMPLEMENTS',
  'OVERLAPS',
] as const
export type RelationType = (typeof RELATION_TYPES)[number]
export const readRelationType = readerOf('relation type', RELATION_TYPES)

export interface RelationTraits {
  /** Holds both ways: stored once, shown on both items. */
  readonly isSymmetric: boolean
  /** Following it never leads back to where one started. */
  readonly isAcyclic: boolean
}

const directed: RelationTraits = { isSymmetric: false, isAcyclic: false }
const symmetric: RelationTraits = { isSymmetric: true, isAcyclic: false }

export const relationTraits: Readonly<Record<RelationType, RelationTraits>> = {
  REFERENCES_NORMATIVELY: directed,
  REFERENCES: directed,
  SUPERSEDES: { isSymmetric: false, isAcyclic: true },
  AMENDS: directed,
  CORRECTS: directed,
  SUPPLEMENTS: directed,
  IDENTICAL_TO: symmetric,
  ALIGNED_WITH: symmetric,
  ADOPTS: directed,
  DERIVED_FROM: directed,
  DEPENDS_ON: directed,
  EXTENDS: directed,
  COMPLEMENTS: symmetric,
  OVERLAPS: symmetric,
}

/** What was concluded about two items that may do the same thing. [RE-5] */
export const OVERLAP_VERDICTS = ['DUPLICATE', 'OVERLAP', 'COMPLEMENT', 'CONFLICT', 'ALIGNED', 'DEPENDS_ON'] as const
export type OverlapVerdict = (typeof OVERLAP_VERDICTS)[number]
