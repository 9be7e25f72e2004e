import { orderOf, readGapList } from '#schema/vocabulary/address.js'
import { provenanceColumns, type Feed, type ProvenanceRow } from './feed.js'

interface Row extends ProvenanceRow {
  number: string
  title: string
  description: string
  standing: string
  progress: string
  readiness: string
  priority: string | null
  priorityReason: string | null
  topics: string[]
  lifecycleStages: string[]
  coverage: { degree: string; weakestLink: string | null }
  bodies: { body: { slug: string } }[]
  deliverables: { code: string | null; title: string; group: { slug: string; isExample: boolean } }[]
  principles: { number: string }[]
  statedIn: string[]
}

const known = (value: string) => (value === 'UNKNOWN' ? null : value)

/** `/gaps.csv`, `/gaps.json`. A deliverable of the example group says so; no gap is an example. */
export const gapsFeed: Feed<Row> = {
  name: 'gaps',
  query: `query GapsFeed($first: Int, $after: String, $filter: GapFilter, $sort: GapSort, $asOf: DateTime) {
    list: gaps(first: $first, after: $after, filter: $filter, sort: $sort, asOf: $asOf) {
      nodes {
        number title description standing progress readiness priority priorityReason topics lifecycleStages statedIn
        coverage { degree weakestLink } bodies { body { slug } } principles { number }
        deliverables { code title group { slug isExample } } provenance { confidence source asOf checkAgainOn }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  wish(params) {
    const view = readGapList(params)
    return {
      variables: { filter: view.filter, sort: orderOf(view) ?? undefined },
      asOf: view.asOf,
      unread: view.unread,
    }
  },
  columns: {
    number: (gap) => gap.number,
    title: (gap) => gap.title,
    standing: (gap) => gap.standing,
    priority: (gap) => gap.priority,
    priorityReason: (gap) => gap.priorityReason ?? '',
    coverage: (gap) => known(gap.coverage.degree),
    weakestLink: (gap) => gap.coverage.weakestLink ?? '',
    bodies: (gap) => gap.bodies.map(({ body }) => body.slug),
    deliverables: (gap) =>
      gap.deliverables.map(
        ({ code, title, group }) => `${group.slug}${group.isExample ? ' (example)' : ''}: ${code ?? title}`,
      ),
    progress: (gap) => known(gap.progress),
    readiness: (gap) => known(gap.readiness),
    topics: (gap) => gap.topics,
    lifecycleStages: (gap) => gap.lifecycleStages,
    principles: (gap) => gap.principles.map(({ number }) => number),
    description: (gap) => gap.description,
    statedIn: (gap) => gap.statedIn,
    address: (gap, origin) => `${origin}/gaps/${gap.number}`,
    ...provenanceColumns,
    example: () => false,
  },
}
