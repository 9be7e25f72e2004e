import { refuse } from '#server/platform/errors/index.js'

/** A language tag in its usual spelling: `FR` is `fr`, `zh-hans` is `zh-Hans`. Refuses: BAD_INPUT. */
export function givenLanguage(given: string, field: string): string {
  const tag = given.trim()
  try {
    const [language] = tag.length > 35 ? [] : Intl.getCanonicalLocales(tag)
    if (language) return language
  } catch (error) {
    // What Intl does not read is the person's to mend; anything else is ours.
    if (!(error instanceof RangeError)) throw new Error('Reading a language tag failed', { cause: error })
  }
  throw refuse('BAD_INPUT', { detail: `“${tag.slice(0, 40)}” is no language; write fr, zh or pt-BR` }, { field })
}
