import { orderOf, readItemList } from '#schema/vocabulary/address.js'
import { provenanceColumns, type Feed, type ProvenanceRow } from './feed.js'

interface Row extends ProvenanceRow {
  slug: string
  designation: string
  title: string | null
  titleConfidence: string
  body: { slug: string; isExample: boolean }
  committee: { slug: string } | null
  type: string
  state: string
  stateBasis: string
  nativeStage: string | null
  topics: string[]
  lifecycleStages: string[]
  impacts: string[]
  scopeNote: string | null
  url: string | null
}

/** `/roadmap.csv`, `/roadmap.json` */
export const itemsFeed: Feed<Row> = {
  name: 'roadmap',
  query: `query ItemsFeed($first: Int, $after: String, $filter: ItemFilter, $sort: ItemSort, $asOf: DateTime) {
    list: items(first: $first, after: $after, filter: $filter, sort: $sort, asOf: $asOf) {
      nodes {
        slug designation title titleConfidence type state stateBasis nativeStage topics lifecycleStages impacts scopeNote url
        body { slug isExample } committee { slug } provenance { confidence source asOf checkAgainOn }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  wish(params) {
    const view = readItemList(params)
    return {
      variables: { filter: view.filter, sort: orderOf(view) ?? undefined },
      asOf: view.asOf,
      unread: view.unread,
    }
  },
  columns: {
    designation: (item) => item.designation,
    title: (item) => item.title,
    titleConfidence: (item) => item.titleConfidence,
    body: (item) => item.body.slug,
    committee: (item) => item.committee?.slug ?? null,
    type: (item) => item.type,
    nativeStage: (item) => item.nativeStage,
    state: (item) => (item.state === 'UNKNOWN' ? null : item.state),
    stateBasis: (item) => item.stateBasis,
    topics: (item) => item.topics,
    lifecycleStages: (item) => item.lifecycleStages,
    impacts: (item) => item.impacts,
    scopeNote: (item) => item.scopeNote,
    url: (item) => item.url,
    address: (item, origin) => `${origin}/items/${encodeURIComponent(item.slug)}`,
    ...provenanceColumns,
    example: (item) => item.body.isExample,
  },
}
