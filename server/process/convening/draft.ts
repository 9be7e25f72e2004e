import { callClauseKeys, type CallClauseKey } from '#schema/vocabulary/convening.js'
import { numberClauses, type Clause } from './letter.js'

/** A clause in somebody's own words. */
export interface Wording {
  readonly clause: CallClauseKey
  readonly text: string
  /** What was composed when it was worded; null when nothing was. */
  readonly basedOn: string | null
}

/** A clause of the draft: composed, or worded by somebody. */
export interface DraftClause extends Clause {
  readonly isWorded: boolean
  /** The data have changed since it was worded, so its words may no longer be right. */
  readonly isOutdated: boolean
  /** What would stand here if nobody had worded it; null when nothing would. */
  readonly composed: string | null
}

/**
 * The draft: composed clauses follow the data; a clause that somebody worded stays as worded, and is marked when what it was worded from has changed.
 * A worded clause of which the data have nothing to say any more stays as well, marked. [CL-2]
 */
export function draftOf(
  composed: readonly Clause[],
  wordings: readonly Wording[],
  headingOf: (key: CallClauseKey) => string,
): DraftClause[] {
  const byKey = new Map(composed.map((clause) => [clause.key, clause]))
  const worded = new Map(wordings.map((wording) => [wording.clause, wording]))
  const clauses = callClauseKeys.flatMap((key) => {
    const [clause, wording] = [byKey.get(key), worded.get(key)]
    if (!clause && !wording) return []
    return [
      {
        key,
        heading: headingOf(key),
        text: wording?.text ?? clause!.text,
        dates: clause?.dates ?? [],
        isWorded: wording !== undefined,
        isOutdated: wording !== undefined && wording.basedOn !== (clause?.text ?? null),
        composed: clause?.text ?? null,
      },
    ]
  })
  const numbers = new Map(numberClauses(clauses).map(({ key, number }) => [key, number]))
  return clauses.map((clause) => ({ ...clause, number: numbers.get(clause.key)! }))
}

/** What is issued of a draft: what it says, not how it came about. */
export const issuedOf = (draft: readonly Clause[]): Clause[] =>
  draft.map(({ key, number, heading, text, dates }) => ({
    key,
    number,
    heading,
    text,
    dates: dates.map(({ obligation, until, explanation }) => ({ obligation, until, explanation })),
  }))

/** A clause that says something else than before. */
export interface Change {
  readonly key: CallClauseKey
  readonly heading: string
  /** Null: the clause is new. */
  readonly before: Clause | null
  /** Null: the clause is gone. */
  readonly after: Clause | null
}

/** What differs between two states of a letter, clause by clause; another number alone is no change. [CL-4] */
export function changesBetween(before: readonly Clause[], after: readonly Clause[]): Change[] {
  const says = (clause: Clause | null) => clause && JSON.stringify([clause.heading, clause.text, clause.dates])
  return callClauseKeys.flatMap((key) => {
    const was = before.find((clause) => clause.key === key) ?? null
    const is = after.find((clause) => clause.key === key) ?? null
    if (says(was) === says(is)) return []
    return [{ key, heading: (is ?? was)!.heading, before: was, after: is }]
  })
}

/** Clauses that somebody who comes acts upon. What is on the agenda, and what the group is for, may grow without a word in the letter. */
const actedUpon: readonly CallClauseKey[] = [
  'OPENING',
  'CONTRIBUTIONS',
  'REGISTRATION',
  'VISA',
  'KEY_DATES',
  'PRACTICAL',
]

/** Whether what was issued tells days, places or dates that hold no longer, so that a corrigendum is due. What somebody words by hand waits for its author. [CL-5] */
export const isBehind = (issued: readonly Clause[], draft: readonly DraftClause[]): boolean =>
  changesBetween(issued, issuedOf(draft)).some(
    ({ key }) => actedUpon.includes(key) && !draft.some((clause) => clause.key === key && clause.isWorded),
  )
