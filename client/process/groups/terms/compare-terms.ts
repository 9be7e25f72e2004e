import type { TermsVersionFragment } from '#schema/generated/operations.js'
import { compareWords, type Stretch } from '#schema/words/word-diff.js'

type Version = Pick<TermsVersionFragment, 'sections' | 'deadlines'>

/** One section in two versions. */
export interface ComparedSection {
  readonly number: number
  readonly key: string
  readonly isChanged: boolean
  /** Own text in stretches; what only one version has is marked. */
  readonly one: readonly Stretch[]
  readonly other: readonly Stretch[]
  /** The clause that holds instead; null when none does. */
  readonly see: readonly [string | null, string | null]
  /** Deadlines as `obligation length`, one list a version. */
  readonly deadlines: readonly [readonly Deadline[], readonly Deadline[]]
}

type Deadline = TermsVersionFragment['deadlines'][number]

const lengthsOf = (deadlines: readonly Deadline[]) =>
  deadlines.map(({ obligation, count, unit }) => `${obligation} ${count} ${unit}`).join()

/** Two versions section by section, in the fixed order. [FG-3] */
export function compareTerms(from: Version, to: Version): ComparedSection[] {
  return to.sections.map(({ number, key, text, see }, at) => {
    const before = from.sections[at]!
    const [old, now] = [from, to].map(({ deadlines }) => deadlines.filter(({ section }) => section === number)) as [
      Deadline[],
      Deadline[],
    ]
    return {
      number,
      key,
      isChanged: before.text !== text || before.see !== see || lengthsOf(old) !== lengthsOf(now),
      ...compareWords(before.text ?? '', text ?? ''),
      see: [before.see, see],
      deadlines: [old, now],
    }
  })
}
