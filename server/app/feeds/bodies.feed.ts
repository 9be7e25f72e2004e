import { readBodyList } from '#schema/vocabulary/address.js'
import { isInDevelopment, isInForce, type ItemState } from '#schema/vocabulary/register.js'
import { provenanceColumns, type Feed, type ProvenanceRow } from './feed.js'

interface Row extends ProvenanceRow {
  slug: string
  name: string
  acronym: string | null
  kind: string
  url: string | null
  role: string | null
  dissolvedOn: string | null
  successor: { slug: string } | null
  isExample: boolean
  parent: { slug: string } | null
  coParent: { slug: string } | null
  itemCounts: { state: ItemState; count: number }[]
  gaps: { gap: { number: string } }[]
}

const count = ({ itemCounts }: Row, isMeant: (state: ItemState) => boolean) =>
  itemCounts.reduce((sum, each) => (isMeant(each.state) ? sum + each.count : sum), 0)

/** `/bodies.csv`, `/bodies.json`. Counts hold the committees under a body too. */
export const bodiesFeed: Feed<Row> = {
  name: 'bodies',
  query: `query BodiesFeed($first: Int, $after: String, $filter: BodyFilter, $asOf: DateTime) {
    list: bodies(first: $first, after: $after, filter: $filter, asOf: $asOf) {
      nodes {
        slug name acronym kind url role dissolvedOn successor { slug } isExample parent { slug } coParent { slug } itemCounts { state count }
        gaps { gap { number } } provenance { confidence source asOf checkAgainOn }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  wish(params) {
    const { filter, asOf, unread } = readBodyList(params)
    return { variables: { filter }, asOf, unread }
  },
  columns: {
    slug: (body) => body.slug,
    acronym: (body) => body.acronym ?? '',
    name: (body) => body.name,
    kind: (body) => body.kind,
    parent: (body) => body.parent?.slug ?? '',
    coParent: (body) => body.coParent?.slug ?? '',
    items: (body) => count(body, () => true),
    inForce: (body) => count(body, isInForce),
    inDevelopment: (body) => count(body, isInDevelopment),
    gaps: (body) => body.gaps.map(({ gap }) => gap.number),
    url: (body) => body.url,
    role: (body) => body.role,
    dissolvedOn: (body) => body.dissolvedOn ?? '',
    successor: (body) => body.successor?.slug ?? '',
    address: (body, origin) => `${origin}/bodies/${encodeURIComponent(body.slug)}`,
    ...provenanceColumns,
    example: (body) => body.isExample,
  },
}
