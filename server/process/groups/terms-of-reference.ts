import { termsSectionKeys, type TermsSectionKey } from '#schema/vocabulary/groups.js'
import type { Obligation, Offset } from '#schema/vocabulary/process.js'

/** A length that a section lays down for a deadline; it beats the ruleset. */
export interface TermsDeadline {
  readonly obligation: Obligation
  readonly offset: Offset
  /** The rule of docs/rules/process.md that it restates; absent when it restates none. */
  readonly ruleId?: string
}

/** What one section says. */
export interface TermsSection {
  readonly text?: string
  /** Clause of the rules that holds instead: `A.7 clause 9`. */
  readonly see?: string
  readonly deadlines?: readonly TermsDeadline[]
}

export type TermsSections = Readonly<Partial<Record<TermsSectionKey, TermsSection>>>

/** All nineteen sections in order with their numbers; what is not known is null. [FG-3; TSB Circular 191, Annex 1] */
export const sectionsInOrder = (sections: TermsSections) =>
  termsSectionKeys.map((key, index) => ({
    number: index + 1,
    key,
    text: sections[key]?.text ?? null,
    see: sections[key]?.see ?? null,
  }))

/** The deadlines that the sections lay down, each with the number of its section. */
export const termsDeadlines = (sections: TermsSections): readonly (TermsDeadline & { section: number })[] =>
  termsSectionKeys.flatMap((key, index) =>
    (sections[key]?.deadlines ?? []).map((deadline) => ({ ...deadline, section: index + 1 })),
  )

/** Whether two versions say the same in every section. */
export const sameTerms = (one: TermsSections, other: TermsSections): boolean =>
  termsSectionKeys.every((key) => {
    const [a, b] = [one[key], other[key]]
    const lengths = (section: TermsSection | undefined) =>
      JSON.stringify((section?.deadlines ?? []).map(({ obligation, offset }) => [obligation, offset]))
    return a?.text === b?.text && a?.see === b?.see && lengths(a) === lengths(b)
  })
