/** What stands on the cover of a contribution, as far as it can be judged without asking anybody. */

/** The purposes that were given, each once, in the order in which the group tells them; those that it has given up since come last. [CO-3] */
export const purposesInOrder = (given: readonly string[], offered: readonly string[]): string[] => [
  ...offered.filter((purpose) => given.includes(purpose)),
  ...new Set(given.filter((purpose) => !offered.includes(purpose))),
]

/** The first purpose that is neither offered nor on the cover already; null when there is none. [GS-11] */
export const purposeNotOffered = (
  given: readonly string[],
  offered: readonly string[],
  before: readonly string[],
): string | null => given.find((purpose) => !offered.includes(purpose) && !before.includes(purpose)) ?? null

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
