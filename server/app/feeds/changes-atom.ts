import { changeSentence } from '#schema/words/edition-change.js'
import { wordsFor, type Language } from '#schema/words/index.js'
import { pageOfChange, type ChangeRow } from './changes.feed.js'
import type { FeedPage } from './feed.js'
import type { AskPage } from './stream.js'
import { atomHead, escaped } from './xml.js'

export interface AtomOptions {
  readonly origin: string
  /** Query of the address. */
  readonly search: string
  readonly language: Language
  readonly now: string
}

/** An Atom feed (RFC 4287), a change an entry, page by page. A change is dated by the later of its two moments, or by now. */
export async function* changesAtom(
  first: FeedPage<ChangeRow>,
  ask: AskPage<ChangeRow>,
  { origin, search, language, now }: AtomOptions,
): AsyncGenerator<string> {
  const words = wordsFor(language)
  const page = `${origin}/editions/compare?${search}`
  yield atomHead({
    id: page,
    self: `${origin}/editions/compare.atom?${search}`,
    page,
    title: words('edition.compareTitle'),
    author: words('shell.name'),
    updated: first.nodes[0]?.comparison.to.at ?? now,
    language: words.locale,
  })
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
