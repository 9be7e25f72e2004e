import type { FactLineFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'

const lists: Readonly<Record<string, string>> = {
  STAGE: 'register.itemState',
  PLAN: 'register.dateKind',
  RELATION: 'register.relationType',
  COVERAGE: 'register.coverageDegree',
  GAP_BODY: 'register.gapBodyRole',
  STAND: 'register.assessment',
}

/** The code of a fact in words: the state behind a stage, the type of a relation; the code itself where the catalogue has no word. Null without one. */
export function codeInWords(words: Words, { kind, code }: Pick<FactLineFragment, 'kind' | 'code'>): string | null {
  if (code === null) return null
  const key = `${lists[kind]}.${code}`
  return words.has(key) ? words.dynamic(key) : code
}
