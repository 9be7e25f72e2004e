/** What people hand in about a body, checked: each function gives back what is kept, or refuses and names the field. */
import { refuse } from '#server/platform/errors/index.js'
import { givenText } from '#server/roadmap/provenance/index.js'

/** Addresses below `/bodies/` that are pages of their own. */
const reserved = ['new']

/** The permanent part of an address. Refuses: BAD_INPUT. [BO-1] */
export function requireSlug(given: string, field: string): string {
  const slug = given.trim().toLowerCase()
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 200 || reserved.includes(slug)) {
    const detail = 'an address has lower-case letters, digits and single hyphens, and is not the word “new”'
    throw refuse('BAD_INPUT', { detail }, { field })
  }
  return slug
}

/** An address on the web. Refuses: TEXT_TOO_LONG, BAD_INPUT for what is no http or https address. */
export function addressOf(given: string, field: string): string {
  const address = givenText(given, 2000, field)
  if (/^https?:\/\//i.test(address) && URL.canParse(address)) return address
  const detail = `“${address.slice(0, 80)}” is no address that begins with https://`
  throw refuse('BAD_INPUT', { detail }, { field })
}
