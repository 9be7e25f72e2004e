import { wordsFor, type Words } from '#schema/words/index.js'
import type { Language } from '#schema/words/index.js'
import { csvHead, csvLines, headsOf, record } from './table.js'
import { workbook } from './workbook.js'
import type { Columns, Feed, FeedPage } from './feed.js'

/** Asks for one page of a feed. Throws refusals. */
export type AskPage<Row> = (after: string | null) => Promise<FeedPage<Row>>

export interface FileOptions {
  readonly origin: string
  readonly language: Language
  /** Instant that the file shows: that of the address, else now. */
  readonly asOf: string
  /** Address of the page that shows the same. */
  readonly page: string
}

/** Every row, page by page: no more than one page is in memory. */
async function* pages<Row>(first: FeedPage<Row>, ask: AskPage<Row>): AsyncGenerator<readonly Row[]> {
  for (let page = first; ; page = await ask(page.pageInfo!.endCursor)) {
    yield page.nodes
    if (!page.pageInfo?.hasNextPage) return
  }
}

/** Columns of the feed, and the moment that the register is told of. */
const withMoment = <Row>(columns: Columns<Row>, asOf: string): Columns<Row> => ({
  ...columns,
  registerAsOf: () => asOf,
})

/** A table for spreadsheets. */
export async function* csvFile<Row>(
  feed: Feed<Row>,
  first: FeedPage<Row>,
  ask: AskPage<Row>,
  { origin, language, asOf }: FileOptions,
): AsyncGenerator<string> {
  const words: Words = wordsFor(language)
  const columns = withMoment(feed.columns, asOf)
  yield csvHead(Object.keys(columns), words)
  for await (const rows of pages(first, ask)) {
    const cells = rows.map((row) => Object.values(columns).map((valueOf) => valueOf(row, origin, words)))
    if (cells.length > 0) yield csvLines(cells, words)
  }
}

/** The same table as a workbook. */
export function xlsxFile<Row>(
  feed: Feed<Row>,
  first: FeedPage<Row>,
  ask: AskPage<Row>,
  { origin, language, asOf }: FileOptions,
): AsyncGenerator<Uint8Array> {
  const words: Words = wordsFor(language)
  const columns = withMoment(feed.columns, asOf)
  const keys = Object.keys(columns)
  return workbook(feed.name, headsOf(keys, words), keys, cells(), words)

  async function* cells() {
    for await (const rows of pages(first, ask)) {
      yield rows.map((row) => Object.values(columns).map((valueOf) => valueOf(row, origin, words)))
    }
  }
}

/** The same for programs: one object whose `rows` hold null where nobody knows. */
export async function* jsonFile<Row>(
  feed: Feed<Row>,
  first: FeedPage<Row>,
  ask: AskPage<Row>,
  { origin, language, asOf, page }: FileOptions,
): AsyncGenerator<string> {
  const words = wordsFor(language)
  yield `{"list":${JSON.stringify(feed.name)},"address":${JSON.stringify(origin + page)},"registerAsOf":${JSON.stringify(asOf)},"rows":[`
  let isFirst = true
  for await (const rows of pages(first, ask)) {
    for (const row of rows) {
      yield `${isFirst ? '' : ','}\n${JSON.stringify(record(feed.columns, row, origin, words))}`
      isFirst = false
    }
  }
  yield '\n]}\n'
}
