import { changeSentence } from '#schema/words/edition-change.js'
import { wordsFor, type Language } from '#schema/words/index.js'
import { pageOfChange, type ChangeRow } from './changes.feed.js'
import type { FeedPage } from './feed.js'
import type { AskPage } from './stream.js'

export interface AtomOptions {
  readonly origin: string
  /** Query of the address. */
  readonly search: string
  readonly language: Language
  readonly now: string
}

/** XML 1.0 has no place for control characters. */
const escaped = (text: string) =>
  text
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, ' ')
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** An Atom feed (RFC 4287), a change an entry, page by page. A change is dated by the later of its two moments, or by now. */
export async function* changesAtom(
  first: FeedPage<ChangeRow>,
  ask: AskPage<ChangeRow>,
  { origin, search, language, now }: AtomOptions,
): AsyncGenerator<string> {
  const words = wordsFor(language)
  const self = escaped(`${origin}/editions/compare.atom?${search}`)
  const page = escaped(`${origin}/editions/compare?${search}`)
  const updated = first.nodes[0]?.comparison.to.at ?? now
  yield (
    `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${words.locale}">\n` +
    `<id>${page}</id>\n<title>${escaped(words('edition.compareTitle'))}</title>\n<updated>${updated}</updated>\n` +
    `<author><name>${escaped(words('shell.name'))}</name></author>\n<link rel="self" href="${self}"/>\n<link href="${page}"/>\n`
  )
  for (let rows = first; ; rows = await ask(rows.pageInfo!.endCursor)) {
    yield rows.nodes
      .map((row) => {
        const address = escaped(origin + pageOfChange(row))
        const kind = escaped(words.dynamic(`edition.change.${row.kind}`))
        return (
          `<entry><id>${address}</id><title>${escaped(changeSentence(words, row))}</title>` +
          `<updated>${row.comparison.to.at ?? now}</updated><link href="${address}"/>` +
          `<category term="${row.kind}" label="${kind}"/></entry>\n`
        )
      })
      .join('')
    if (!rows.pageInfo?.hasNextPage) break
  }
  yield '</feed>\n'
}
