/** What the forms of a contribution send, read as the API takes it. */
import type { ContributionContactInput } from '#schema/generated/operations.js'
import type { SentForm } from '../../app/forms.js'

/** Contacts without an account, one a line: name; organisation; e-mail address. */
export const contactsIn = (lines: readonly string[]): ContributionContactInput[] =>
  lines.map((line) => {
    const [name = '', ...rest] = line.split(';').map((part) => part.trim())
    const email = rest.find((part) => part.includes('@')) ?? null
    const organisation = rest.find((part) => part !== '' && part !== email) ?? null
    return { name, organisation, email }
  })

/** The same as lines to be changed. */
export const contactLines = (
  contacts: readonly { name: string | null; organisation: string | null; email: string | null }[],
): string =>
  contacts
    .flatMap(({ name, organisation, email }) =>
      name === null ? [] : [[name, organisation, email].filter(Boolean).join('; ')],
    )
    .join('\n')

/** Words between commas or on lines of their own. */
export const keywordsIn = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter(Boolean)

/** What the cover says, of both forms that change it. */
export const coverIn = (sent: SentForm) => {
  const meeting = Number(sent.text('meeting'))
  const document = sent.optional('concernsDocumentId')
  return {
    ...(meeting > 0 && { meeting }),
    title: sent.text('title'),
    sources: sent.lines('sources'),
    purposes: sent.all('purposes'),
    contacts: [...sent.all('contactIds').map((personId) => ({ personId })), ...contactsIn(sent.lines('contacts'))],
    abstract: sent.optional('abstract'),
    keywords: keywordsIn(sent.text('keywords')),
    asked: sent.optional('asked'),
    subgroupId: sent.optional('subgroupId'),
    concernsDocumentId: document,
    concernsClauseId: document === null ? null : sent.optional('concernsClauseId'),
  }
}
