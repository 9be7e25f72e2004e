/**
 * What becomes of documents at a meeting: closed lists. The lists are SDL enums of the same members; what each means, people read in
 * `schema/words/en/document-list.ts`. Rules and sources: docs/rules/process.md (DL).
 */

/** What a meeting can decide about a document, and what that needs. [DL-1] */
export const documentResults = {
  AGREED: { needsText: true },
  CONDITIONALLY_AGREED: { needsText: true, needsNote: true },
  APPROVED: { needsText: true },
  ENDORSED: { needsText: true },
  NOTED: { needsText: true },
  /** A successor takes its place. */
  REVISED: { needsText: true, link: 'revisedTo' },
  /** It goes on as part of another. */
  MERGED: { needsText: true, link: 'mergedInto' },
  POSTPONED: {},
  WITHDRAWN: {},
  NOT_HANDLED: {},
  REPLIED_TO: { needsText: true },
} as const satisfies Record<string, ResultNeeds>

interface ResultNeeds {
  /** Only something that was handed in can have it. */
  readonly needsText?: true
  /** It says nothing without words: the condition. */
  readonly needsNote?: true
  /** The other document that it names. */
  readonly link?: DocumentLink
}

/** How one document leads to another. */
export type DocumentLink = 'revisedTo' | 'mergedInto'

export type DocumentResult = keyof typeof documentResults
export const DOCUMENT_RESULTS = Object.keys(documentResults) as DocumentResult[]
/** What a result needs. */
export const needsOf = (result: DocumentResult): ResultNeeds => documentResults[result]

/** How far a document has come that has no result yet. [DL-1] */
export const DOCUMENT_PROGRESS = ['OPEN', 'DISCUSSED', 'REPLY_AWAITED', 'BLOCK_APPROVAL'] as const
export type DocumentProgress = (typeof DOCUMENT_PROGRESS)[number]

/** What an allocation rule looks at. [DL-7] */
export const ALLOCATION_RULE_KINDS = ['KEYWORD', 'CLAUSE', 'SOURCE', 'SUBGROUP'] as const
export type AllocationRuleKind = (typeof ALLOCATION_RULE_KINDS)[number]

/** How documents came to stand where they stand. */
export const ALLOCATION_WAYS = ['HAND', 'RULES'] as const
export type AllocationWay = (typeof ALLOCATION_WAYS)[number]

/** By what the list can be put in order. */
export const DOCUMENT_ORDERS = ['AGENDA', 'NUMBER', 'TITLE', 'RESULT', 'AVAILABLE'] as const
export type DocumentOrder = (typeof DOCUMENT_ORDERS)[number]

/** Documents that one call takes at most: a whole large meeting. */
export const MOST_DOCUMENTS = 2_000

/** Lines of which a whole meeting is asked for at once: a line holds objects, and one query may ask for 20,000 of them. */
export const PIECE_OF_WHOLE = 1_000
