import {
  COVERAGE_WEAKNESSES,
  isGone,
  isInDevelopment,
  type Confidence,
  type CoverageDegree,
  type CoverageWeakness,
  type ItemState,
} from '#schema/vocabulary/register.js'

/** That an item answers a gap to a degree, as somebody asserted it. */
export interface CoverageEdge {
  readonly itemId: string
  readonly degree: CoverageDegree
  readonly itemState: ItemState
  readonly confidence: Confidence
}

export interface Coverage {
  /** How far the gap is answered by what is in force today. */
  readonly today: CoverageDegree
  /** How far it would be, were everything in development to come into force as it is. */
  readonly expected: CoverageDegree
  /** The item on which `today` rests: the one that comes nearest to a full answer. Null without edges. */
  readonly restsOn: string | null
  /** What keeps that answer from being full, in force and confirmed; null when nothing does. */
  readonly weakestLink: CoverageWeakness | null
}

/**
 * Coverage of a gap, from its edges. An edge is a chain (the item, its state, the degree, the evidence) and as strong as its weakest
 * link; the gap is answered as far as its strongest edge goes. Partial answers are never added up to a full one, for nobody has said that
 * they fit. No edge, or only undecided ones, is UNKNOWN: that nobody looked does not mean that nothing is there. [GA-9, GA-10]
 */
export function coverageOf(edges: readonly CoverageEdge[]): Coverage {
  const strongest = strongestOf(edges)
  const inTime = strongestOf(
    edges.map((edge) => (isInDevelopment(edge.itemState) ? { ...edge, itemState: 'PUBLISHED' } : edge)),
  )
  return {
    today: degreeLeftBy(strongest.weakness),
    expected: degreeLeftBy(inTime.weakness),
    restsOn: strongest.itemId,
    weakestLink: strongest.weakness,
  }
}

/** The weakest link of one edge; null for a full, confirmed answer by an item in force. [GA-10] */
export function weakestLinkOf({ degree, itemState, confidence }: CoverageEdge): CoverageWeakness | null {
  if (isGone(itemState)) return 'ITEM_GONE'
  if (degree === 'NONE') return 'DOES_NOT_ANSWER'
  if (isInDevelopment(itemState)) return 'NOT_YET_IN_FORCE'
  if (itemState === 'UNKNOWN') return 'STATE_UNKNOWN'
  if (degree === 'UNKNOWN') return 'DEGREE_UNKNOWN'
  if (degree === 'PARTIAL') return 'ONLY_PARTIAL'
  if (confidence === 'MEMORY') return 'UNCONFIRMED'
  return itemState === 'UNDER_REVIEW' ? 'UNDER_REVIEW' : null
}

interface Strongest {
  readonly itemId: string | null
  readonly weakness: CoverageWeakness | null
}

/** Equal edges go by the item's id, so that the answer does not depend on the order of rows. */
function strongestOf(edges: readonly CoverageEdge[]): Strongest {
  const links = edges.map((edge) => ({ itemId: edge.itemId, weakness: weakestLinkOf(edge) }))
  const [first] = links.sort((a, b) => strength(b.weakness) - strength(a.weakness) || (a.itemId < b.itemId ? -1 : 1))
  return first ?? { itemId: null, weakness: 'NO_EVIDENCE' }
}

const strength = (weakness: CoverageWeakness | null) =>
  weakness === null ? COVERAGE_WEAKNESSES.length : COVERAGE_WEAKNESSES.indexOf(weakness)

/** What an answer with this weakest link is worth today. */
function degreeLeftBy(weakness: CoverageWeakness | null): CoverageDegree {
  switch (weakness) {
    case 'NO_EVIDENCE':
    case 'STATE_UNKNOWN':
    case 'DEGREE_UNKNOWN':
      return 'UNKNOWN'
    case 'ITEM_GONE':
    case 'DOES_NOT_ANSWER':
    case 'NOT_YET_IN_FORCE':
      return 'NONE'
    case 'ONLY_PARTIAL':
      return 'PARTIAL'
    case 'UNCONFIRMED':
    case 'UNDER_REVIEW':
    case null:
      return 'FULL'
  }
}
