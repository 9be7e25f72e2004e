/** What a file beside a list holds. Files are made from the same queries as pages, so they show what the viewer may see and no more. */

import type { Words } from '#schema/words/index.js'

/** A cell. Null: nobody knows. An empty list: none. */
export type Value = string | number | boolean | null | readonly string[]

/** A column; its key is the field's name in JSON, and finds the head of the CSV column in the catalogue (`export.<key>`). */
export type Columns<Row> = Readonly<Record<string, (row: Row, origin: string, words: Words) => Value>>

/** What the address asks for, or what of it was not understood. */
export interface Wish {
  /** Filter and sort, as variables of the query. */
  readonly variables: Readonly<Record<string, unknown>>
  readonly asOf: string | null
  readonly unread: readonly { readonly name: string; readonly value: string }[]
}

/** Parts of an address by name: `slug` of `/groups/:slug/contributions`. */
export type RouteParts = Readonly<Record<string, string>>

export interface Feed<Row, Head = never> {
  /** Name of the list: its files are `/<name>.csv` and `/<name>.json`. */
  readonly name: string
  /** Path of the page that shows the same; `/<name>` unless said. */
  readonly page?: string
  /** Takes `$first` and `$after` besides the wish's variables and `$asOf`; answers with one connection called `list`. */
  readonly query: string
  /** Its route without the ending, where that is not `/<name>`: a list below a group, say. */
  readonly route?: string
  /** What must be there for the list to be, asked for by `$slug` of the route; without it there is no file. */
  readonly thing?: string
  /** `route` is what the parts of the route are. */
  wish(params: URLSearchParams, route?: RouteParts): Wish
  /** The columns of an address that names some; all of them unless said. */
  columnsFor?(params: URLSearchParams): Columns<Row>
  readonly columns: Columns<Row>
  /** Columns that the register itself names: asked for once, before the rows; they go by their own names. */
  readonly moreColumns?: {
    /** Takes `$asOf`; answers with one connection called `list`, all of it on one page. */
    readonly query: string
    columns(heads: readonly Head[]): Columns<Row>
  }
  /** Makes a page of what answers instead of a connection. Null: there is nothing that the sender may see. */
  pageOf?(answer: unknown): FeedPage<Row> | null
  /** What `pageOf` makes is one page of several. */
  readonly isPaged?: boolean
  /** Address of the page beside the file, where that is not its name with the same parameters. */
  pageAddress?(params: URLSearchParams, route?: RouteParts): string
}

/** A page of a connection. */
export interface FeedPage<Row> {
  readonly nodes: readonly Row[]
  /** Absent where everything comes at once. */
  readonly pageInfo?: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

/** On what a fact rests, as every feed asks for it. */
export interface ProvenanceRow {
  readonly provenance: {
    readonly confidence: string
    readonly source: string | null
    readonly asOf: string | null
    readonly checkAgainOn: string | null
  }
}

/** The end of every table: how sure, from where, as of when, when to look again (blank where nobody set a day, which is not unknown). */
export const provenanceColumns: Columns<ProvenanceRow> = {
  confidence: ({ provenance }) => provenance.confidence,
  source: ({ provenance }) => provenance.source,
  asOf: ({ provenance }) => provenance.asOf,
  checkAgainOn: ({ provenance }) => provenance.checkAgainOn ?? '',
}
