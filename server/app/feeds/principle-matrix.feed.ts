import { orderOf, readItemList } from '#schema/vocabulary/address.js'
import type { Assessment } from '#schema/vocabulary/register.js'
import type { Columns, Feed } from './feed.js'

interface Row {
  slug: string
  designation: string
  title: string | null
  body: { slug: string }
  state: string
  stands: { assessment: Assessment; principle: { number: string } }[]
}

interface Principle {
  number: string
  withdrawnOn: string | null
}

/** `/principles/matrix.csv`: items against principles, a column for each principle that holds. What nobody has looked at is unknown. [EX-3, PR-6] */
export const principleMatrixFeed: Feed<Row, Principle> = {
  name: 'principles/matrix',
  page: '/principles?view=matrix',
  query: `query PrincipleMatrixFeed($first: Int, $after: String, $filter: ItemFilter, $sort: ItemSort, $asOf: DateTime) {
    list: items(first: $first, after: $after, filter: $filter, sort: $sort, asOf: $asOf) {
      nodes { slug designation title state body { slug } stands { assessment principle { number } } }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  wish(params) {
    const view = readItemList(params)
    const { filter, asOf, unread } = view
    return { variables: { filter, sort: orderOf(view) ?? undefined }, asOf, unread }
  },
  columns: {
    designation: (item) => item.designation,
    title: (item) => item.title,
    body: (item) => item.body.slug,
    state: (item) => item.state,
    address: (item, origin) => `${origin}/items/${encodeURIComponent(item.slug)}`,
  },
  moreColumns: {
    query: `query PrinciplesOfMatrix($asOf: DateTime) { list: principles(first: 200, asOf: $asOf) { nodes { number withdrawnOn } pageInfo { hasNextPage endCursor } } }`,
    columns: (principles) =>
      Object.fromEntries(
        principles
          .filter(({ withdrawnOn }) => withdrawnOn === null)
          .map(({ number }) => [
            number,
            ({ stands }) => stands.find(({ principle }) => principle.number === number)?.assessment ?? null,
          ]),
      ) satisfies Columns<Row>,
  },
}
