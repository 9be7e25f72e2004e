/** What a lint is. The sentences are in the catalogue, by code; the rules are in docs/rules/drafting.md. */
import type { ItemState } from '../../vocabulary/items.js'
import type { Citation } from '../references.js'
import type { Label } from '../labels.js'
import type { Report } from '../report.js'

/** Every code with the rule that it checks, and whether the text can go to a meeting with it. */
export const lintCodes = {
  SLOT_MISSING: { rule: 'ST-1', isError: true },
  SLOT_EMPTY: { rule: 'ST-1', isError: true },
  NONE_BESIDE_WORDS: { rule: 'ST-1', isError: false },
  SLOT_TWICE: { rule: 'ST-1', isError: true },
  SLOT_OUT_OF_ORDER: { rule: 'ST-1', isError: true },
  TITLE_MISSING: { rule: 'ST-1', isError: true },
  KEYWORDS_OUT_OF_ORDER: { rule: 'ST-1', isError: false },
  TERM_WITHOUT_COLON: { rule: 'ST-3', isError: true },
  TERM_WITH_CAPITAL: { rule: 'ST-3', isError: false },
  TERM_WITHOUT_FULL_STOP: { rule: 'ST-3', isError: false },
  TERM_TWICE: { rule: 'ST-3', isError: true },
  TERM_CIRCULAR: { rule: 'ST-3', isError: true },
  TERMS_OUT_OF_ORDER: { rule: 'ST-3', isError: false },
  CITED_ONLY_IN_APPENDIX: { rule: 'ST-4', isError: true },
  CITATION_EMPTY: { rule: 'ST-4', isError: true },
  CITATION_SUPERSEDED: { rule: 'ST-4', isError: false },
  CITATION_WITHDRAWN: { rule: 'ST-4', isError: true },
  CITATION_UNPUBLISHED: { rule: 'ST-4', isError: false },
  FRAME_NOT_MENTIONED: { rule: 'ST-6', isError: true },
  FRAME_WITHOUT_CAPTION: { rule: 'ST-6', isError: true },
  CAPTION_MISPLACED: { rule: 'ST-6', isError: false },
  PICTURE_WITHOUT_WORDS: { rule: 'ST-6', isError: true },
  SHALL_IN_NOTE: { rule: 'ST-7', isError: true },
  SHALL_IN_INFORMATIVE: { rule: 'ST-8', isError: false },
  MAY_NOT: { rule: 'ST-8', isError: false },
  ABBREVIATION_WITHOUT_COLON: { rule: 'ST-9', isError: true },
  ABBREVIATION_TWICE: { rule: 'ST-9', isError: true },
  ABBREVIATION_UNUSED: { rule: 'ST-9', isError: false },
  ABBREVIATION_NOT_LISTED: { rule: 'ST-9', isError: false },
  ABBREVIATION_NOT_EXPANDED: { rule: 'ST-9', isError: false },
  ABBREVIATIONS_OUT_OF_ORDER: { rule: 'ST-9', isError: false },
  DOUBLED: { rule: 'WT-6', isError: false },
  DOUBLED_CLAUSE: { rule: 'WT-6', isError: false },
  EDITOR_NOTE_LEFT: { rule: 'ST-12', isError: true },
  NESTED_LIST_BULLETED: { rule: 'ST-13', isError: false },
  REFERENCE_BROKEN: { rule: 'ST-14', isError: true },
  OTHER_GROUP: { rule: 'ST-15', isError: false },
} as const satisfies Record<string, { readonly rule: string; readonly isError: boolean }>

export type LintCode = keyof typeof lintCodes

export interface Lint {
  readonly code: LintCode
  /** The clause it is about; null where one is missing. */
  readonly clause: string | null
  /** The block of it, from 0; null for the clause as a whole or its title. */
  readonly block: number | null
  /** What the sentence names: words of the text, numbers of clauses. */
  readonly args: Readonly<Record<string, string>>
}

/** What the register knows of an item that a text cites. */
export interface CitedItem {
  readonly designation: string
  /** Null where it is not known. */
  readonly title: string | null
  /** When this edition was published, as precise as the source: `2024`, `2024-05`, `2024-05-01`; null where it is not known. */
  readonly publishedOn: string | null
  readonly state: ItemState
  /** The item that took its place, or null. */
  readonly successor: { readonly slug: string; readonly designation: string } | null
}

/** Everything that lints look at. */
export interface LintedText {
  readonly report: Report
  readonly labels: readonly Label[]
  readonly citations: readonly Citation[]
  /** By slug; null for one that the register does not have. Items that are not in it are not judged. */
  readonly items: ReadonlyMap<string, CitedItem | null>
  /** Names by which the group that writes is known. */
  readonly ownNames: readonly string[]
}

export type LintRule = (text: LintedText) => Lint[]

export const lint = (
  code: LintCode,
  clause: string | null,
  block: number | null = null,
  args: Readonly<Record<string, string>> = {},
): Lint => ({ code, clause, block, args })

/** The first pair of neighbours that are in the wrong order; null when all are in order. */
export function firstDisorder(names: readonly string[], compare: (a: string, b: string) => number): number | null {
  for (let i = 1; i < names.length; i++) if (compare(names[i - 1]!, names[i]!) > 0) return i
  return null
}
