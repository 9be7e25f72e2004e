import { MOST_ITEMS, type OverlapVerdict } from '#schema/vocabulary/register.js'
import { refuse } from '#server/platform/errors/index.js'

/** Refuses: TWO_ITEMS_NEEDED for fewer than two items or too many, ITEM_TWICE. [OV-1] */
export function requireSeveral(items: readonly { readonly id: string; readonly designation: string }[]): void {
  const seen = new Set<string>()
  for (const [at, { id, designation }] of items.entries()) {
    if (seen.has(id)) throw refuse('ITEM_TWICE', { name: designation }, { field: `input.items.${at}.item` })
    seen.add(id)
  }
  if (items.length < 2 || items.length > MOST_ITEMS) {
    throw refuse('TWO_ITEMS_NEEDED', { limit: MOST_ITEMS }, { field: 'input.items' })
  }
}

export interface GivenVerdict {
  readonly verdict: OverlapVerdict | null
  readonly evidence: string | null
  readonly source: string | null
  /** Date of the source. */
  readonly asOf: string | null
}

/** A verdict says on what it rests: words, where that was read, as of when. Refuses: VERDICT_EVIDENCE_MISSING at what is missing. [OV-3] */
export function requireEvidence({ verdict, evidence, source, asOf }: GivenVerdict): void {
  if (verdict === null) return
  const missing = evidence === null ? 'evidence' : source === null ? 'source' : asOf === null ? 'evidenceOn' : null
  if (missing) throw refuse('VERDICT_EVIDENCE_MISSING', {}, { field: `input.${missing}` })
}
