import { needsOf, type DocumentProgress, type DocumentResult } from '#schema/vocabulary/document-list.js'
import type { ContributionState } from '#schema/vocabulary/contributions.js'

/** What somebody wants to say of a document. */
export interface Said {
  readonly progress: DocumentProgress | null
  readonly result: DocumentResult | null
  readonly note: string | null
  readonly revisedToId: string | null
  readonly mergedIntoId: string | null
}

/** How every document begins. */
export const atFirst: Said = { progress: 'OPEN', result: null, note: null, revisedToId: null, mergedIntoId: null }

export type SettlingProblem =
  'ONE_OF_BOTH' | 'DOCUMENT_WITHDRAWN' | 'DOCUMENT_MISSING' | 'NOTE_MISSING' | 'LINK_MISSING' | 'LINK_TOO_MANY'

/**
 * What keeps a document in this state from being said to stand so; null when nothing does. A document that its source took back is withdrawn and
 * nothing else; one that was never handed in can only be put off, left or withdrawn. [DL-1, DL-2, DL-3]
 */
export function problemOfSettling(state: ContributionState, said: Said): SettlingProblem | null {
  const { progress, result, note, revisedToId, mergedIntoId } = said
  if ((progress === null) === (result === null)) return 'ONE_OF_BOTH'
  if (state === 'WITHDRAWN' && result !== 'WITHDRAWN') return 'DOCUMENT_WITHDRAWN'
  const { needsText, needsNote, link } = result ? needsOf(result) : {}
  if (needsText && state !== 'SUBMITTED') return 'DOCUMENT_MISSING'
  if (needsNote && !note) return 'NOTE_MISSING'
  const given = { revisedTo: revisedToId, mergedInto: mergedIntoId }
  if (link && !given[link]) return 'LINK_MISSING'
  return (['revisedTo', 'mergedInto'] as const).some((one) => one !== link && given[one]) ? 'LINK_TOO_MANY' : null
}
