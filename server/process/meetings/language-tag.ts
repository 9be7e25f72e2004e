import { refuse } from '#server/platform/errors/index.js'

/** A BCP 47 tag that a person typed, as it is written: `pt-BR`. Refuses: BAD_INPUT. */
export function languageTag(text: string, field: string): string {
  try {
    const [tag] = Intl.getCanonicalLocales(text.trim())
    if (tag && tag.length <= 35) return tag
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  const detail = `“${text.trim().slice(0, 35)}” is no tag of a language, like en or pt-BR`
  throw refuse('BAD_INPUT', { detail }, { field })
}
