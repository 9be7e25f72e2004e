import type { AllocationRuleKind } from '#schema/vocabulary/document-list.js'

/** What rules look at. Lists are empty where nothing is known. */
export interface Sortable {
  readonly title: string
  readonly keywords: readonly string[]
  /** Names of the clause of a draft that it is about, and of all above it: ids and numbers. */
  readonly clauses: readonly string[]
  /** Names of organisations. */
  readonly sources: readonly string[]
  /** Number and title of the working group; null when it is for none. */
  readonly subgroup: { readonly number: string; readonly title: string } | null
}

export interface Rule {
  readonly kind: AllocationRuleKind
  readonly pattern: string
  readonly agendaItemId: string
}

/** Lower case, without accents, blanks made one: people type a name in many ways. */
const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim()

/** Whether words stand in a text as whole words: "energy" is not in "synergy". Scripts without blanks between words are searched as they are. */
function holdsWords(text: string, words: string): boolean {
  const sought = plain(words)
  if (sought === '') return false
  const isLetter = (at: string | undefined) =>
    at !== undefined && /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u.test(at)
  const searched = plain(text)
  for (let at = searched.indexOf(sought); at >= 0; at = searched.indexOf(sought, at + 1)) {
    const before = searched[at - 1]
    const after = searched[at + sought.length]
    if (!(isLetter(before) && isLetter(sought[0])) && !(isLetter(after) && isLetter(sought.at(-1)))) return true
  }
  return false
}

const matchers: Readonly<Record<AllocationRuleKind, (document: Sortable, pattern: string) => boolean>> = {
  KEYWORD: ({ title, keywords }, pattern) => [title, ...keywords].some((text) => holdsWords(text, pattern)),
  CLAUSE: ({ clauses }, pattern) => clauses.some((name) => plain(name) === plain(pattern)),
  SOURCE: ({ sources }, pattern) => sources.some((source) => holdsWords(source, pattern)),
  SUBGROUP: ({ subgroup }, pattern) =>
    subgroup !== null && [subgroup.number, subgroup.title].some((name) => plain(name) === plain(pattern)),
}

/** The rows to which rules send a document, each once, in the order of the rules. None, or several: then a person decides. [DL-7] */
export const whereTo = (document: Sortable, rules: readonly Rule[]): string[] => [
  ...new Set(
    rules.filter(({ kind, pattern }) => matchers[kind](document, pattern)).map(({ agendaItemId }) => agendaItemId),
  ),
]
