/** Relay connections: the arguments of a page, the SQL for it, and the answer made of its rows. */
import { refuse } from '#server/platform/errors/index.js'
import { decodeCursor, encodeCursor, keysetWhere, orderBy, reversed, type CursorValue, type Keyset } from './keyset.js'

/** The arguments of a connection field, as the SDL has them. */
export interface PageInput {
  readonly first?: number | null
  readonly after?: string | null
  readonly last?: number | null
  readonly before?: string | null
}

/** A checked page: `size` rows after `cursor`, or before it when `backwards`; from the end of the list when there is none. */
export interface Page {
  readonly size: number
  readonly cursor: string | null
  readonly backwards: boolean
}

/** Checks the arguments of a page. Refuses: BAD_INPUT, naming the argument. */
export function pageArgs({ first, after, last, before }: PageInput, { max = 200, default: usual = 50 } = {}): Page {
  const backwards = isGiven(last) || isGiven(before)
  if (backwards && (isGiven(first) || isGiven(after))) {
    throw refuse('BAD_INPUT', { detail: 'first and after go together, as do last and before' }, { field: 'last' })
  }
  const size = (backwards ? last : first) ?? usual
  if (!Number.isInteger(size) || size < 0 || size > max) {
    const field = backwards ? 'last' : 'first'
    throw refuse('BAD_INPUT', { detail: `${field} must be between 0 and ${max}` }, { field })
  }
  return { size, cursor: (backwards ? before : after) ?? null, backwards }
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null

/**
 * The parts of the query for a page: `... WHERE <filters> AND ${where} ORDER BY ${orderBy} LIMIT ${limit}`, with `params` from `$<paramIndex>`
 * on. It asks for one row more than the page has, to see whether others follow. Refuses BAD_CURSOR.
 */
export function pageSql(
  keyset: Keyset,
  page: Page,
  paramIndex: number,
): { where: string; params: CursorValue[]; orderBy: string; limit: number } {
  const terms = page.backwards ? reversed(keyset.terms) : keyset.terms
  const values = page.cursor === null ? null : decodeCursor(keyset, page.cursor)
  const { sql: where, params } = keysetWhere(terms, values, paramIndex)
  return { where, params, orderBy: orderBy(terms), limit: page.size + 1 }
}

export interface PageInfo {
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
  readonly startCursor: string | null
  readonly endCursor: string | null
}

export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[]
  readonly nodes: readonly Node[]
  readonly pageInfo: PageInfo
}

/** Most queries ask for the first cursor and the last one at most, so each is made when it is asked for. */
class Edge<Row, Node> {
  constructor(
    private readonly row: Row,
    readonly node: Node,
    private readonly cursorOf: (row: Row) => string,
  ) {}

  get cursor(): string {
    return this.cursorOf(this.row)
  }
}

/**
 * The answer made of the rows that the query of `pageSql` gave, in the order it gave them. `valuesOf` picks a row's sort values, `nodeOf`
 * what the client sees of it.
 */
export function toConnection<Row, Node = Row>(
  rows: readonly Row[],
  page: Page,
  keyset: Keyset,
  valuesOf: (row: Row) => readonly CursorValue[],
  nodeOf: (row: Row) => Node = (row) => row as unknown as Node,
): Connection<Node> {
  const more = rows.length > page.size
  const shown = rows.slice(0, page.size)
  if (page.backwards) shown.reverse()
  const cursorOf = (row: Row) => encodeCursor(keyset, valuesOf(row))
  const edges = shown.map((row) => new Edge(row, nodeOf(row), cursorOf))
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      // A cursor came from a row, and that row lies on the side one comes from.
      hasNextPage: page.backwards ? page.cursor !== null : more,
      hasPreviousPage: page.backwards ? more : page.cursor !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}
