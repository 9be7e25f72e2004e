import { readQueue } from '#schema/vocabulary/queue-address.js'
import { provenanceColumns, type Feed, type ProvenanceRow } from './feed.js'

interface Row extends ProvenanceRow {
  kind: string
  id: string
  label: string
  href: string
  said: string | null
  code: string | null
  isStale: boolean
}

/** `/roadmap/to-check.csv`, `/roadmap/to-check.json`: the facts that wait to be looked at, longest overdue first. [SO-8] */
export const toCheckFeed: Feed<Row> = {
  name: 'roadmap/to-check',
  query: `query ToCheckFeed($first: Int, $after: String, $filter: FactFilter) {
    list: factsToCheck(first: $first, after: $after, filter: $filter) {
      nodes { kind id label href said code isStale provenance { confidence source asOf checkAgainOn } }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  wish(params) {
    const { kind, body, why, isReported, unread } = readQueue(params)
    const filter = {
      kind: kind ? [kind] : null,
      body: body ? [body] : null,
      why: why ? [why] : null,
      isReported: isReported || null,
    }
    // What waits is told as it is now.
    return { variables: { filter }, asOf: null, unread }
  },
  columns: {
    kind: (fact) => fact.kind,
    about: (fact) => fact.label,
    said: (fact) => fact.said ?? '',
    code: (fact) => fact.code ?? '',
    overdue: (fact) => fact.isStale,
    address: (fact, origin) => `${origin}${fact.href}`,
    checkAddress: (fact, origin) => `${origin}/roadmap/to-check/${fact.kind}/${fact.id}`,
    ...provenanceColumns,
    example: () => false,
  },
}
