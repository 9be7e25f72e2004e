import { readMoment } from '#schema/vocabulary/address.js'
import { provenanceColumns, type Feed, type ProvenanceRow } from './feed.js'

interface Row extends ProvenanceRow {
  number: string
  title: string
  statement: string
  origin: string
  version: number
  withdrawnOn: string | null
  gaps: { number: string }[]
}

/** `/principles.csv`, `/principles.json` */
export const principlesFeed: Feed<Row> = {
  name: 'principles',
  query: `query PrinciplesFeed($first: Int, $after: String, $asOf: DateTime) {
    list: principles(first: $first, after: $after, asOf: $asOf) {
      nodes { number title statement origin version withdrawnOn gaps { number } provenance { confidence source asOf checkAgainOn } }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  wish: (params) => ({ variables: {}, ...readMoment(params) }),
  columns: {
    number: (principle) => principle.number,
    title: (principle) => principle.title,
    statement: (principle) => principle.statement,
    origin: (principle) => principle.origin,
    version: (principle) => principle.version,
    withdrawnOn: (principle) => principle.withdrawnOn ?? '',
    gaps: (principle) => principle.gaps.map(({ number }) => number),
    address: (principle, origin) => `${origin}/principles/${principle.number}`,
    ...provenanceColumns,
    example: () => false,
  },
}
