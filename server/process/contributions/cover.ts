/** What stands on the cover of a contribution, as far as it can be judged without asking anybody. */
import type { ContributionPurpose } from '#schema/vocabulary/contributions.js'
import { contributionPurposes } from '#schema/vocabulary/contributions.js'

/** The same purposes, each once, in the order in which they are told. */
export const purposesInOrder = (given: readonly ContributionPurpose[]): ContributionPurpose[] =>
  contributionPurposes.filter((purpose) => given.includes(purpose))

/** Names without blanks around them, each once, in the order given; names that differ in case or accents alone are one. */
export function namesInOrder(given: readonly string[]): string[] {
  const seen = new Set<string>()
  return given
    .map((name) => name.trim().replace(/\s+/g, ' '))
    .filter((name) => {
      const key = plainName(name)
      if (name === '' || seen.has(key)) return false
      seen.add(key)
      return true
    })
}

/** A name for comparing. */
export const plainName = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

/** The first name among the sources that is a person's; null when all can be organisations. [CO-4] */
export function personAmong(sources: readonly string[], people: readonly (string | null)[]): string | null {
  const persons = new Set(people.filter((name) => name !== null).map(plainName))
  return sources.find((source) => persons.has(plainName(source))) ?? null
}
