import { readDeliverableList } from '#schema/vocabulary/deliverable-address.js'
import { provenanceColumns, type Feed, type ProvenanceRow } from './feed.js'

interface Row extends ProvenanceRow {
  id: string
  code: string | null
  title: string
  type: string
  state: string
  disposition: string
  subgroup: { number: number } | null
  editors: { isCurrent: boolean; person: { name: string | null } }[]
  targetQuestion: string | null
  intendedProduct: string
  milestones: { kind: string; label: string | null; plannedOn: string; doneOn: string | null; slippedDays: number }[]
  gaps: { number: string }[]
  lineage: { relation: string; item: { designation: string } | null }[]
  group: { slug: string; isExample: boolean }
}

const known = (value: string) => (value === 'UNKNOWN' ? null : value)

/** `/groups/<slug>/deliverables.csv`, `.xlsx`, `.json`: what a group writes, as the page shows it. [EX-1] */
export const deliverablesFeedOf = (slug: string): Feed<Row> => ({
  name: `groups/${slug}/deliverables`,
  query: `query DeliverablesFeed($first: Int, $after: String, $filter: DeliverableFilter, $asOf: DateTime) {
    list: deliverables(first: $first, after: $after, filter: $filter, asOf: $asOf) {
      nodes {
        id code title type state disposition targetQuestion intendedProduct subgroup { number } editors { isCurrent person { name } }
        milestones { kind label plannedOn doneOn slippedDays } gaps { number } lineage { relation item { designation } }
        group { slug isExample } provenance { confidence source asOf checkAgainOn }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  wish(params) {
    const { filter, unread } = readDeliverableList(params)
    return { variables: { filter: { ...filter, group: slug } }, asOf: null, unread }
  },
  columns: {
    code: ({ code }) => code,
    title: ({ title }) => title,
    type: ({ type }) => known(type),
    state: ({ state }) => state,
    disposition: ({ disposition }) => known(disposition),
    workingGroup: ({ subgroup }) => subgroup?.number ?? '',
    editors: ({ editors }) => editors.filter(({ isCurrent }) => isCurrent).map(({ person }) => person.name ?? ''),
    targetQuestion: ({ targetQuestion }) => targetQuestion ?? '',
    intendedProduct: ({ intendedProduct }) => known(intendedProduct),
    milestones: ({ milestones }) =>
      milestones.map(
        ({ kind, label, plannedOn, doneOn, slippedDays }) =>
          `${label ?? kind}: ${plannedOn}${doneOn ? ` (done ${doneOn})` : ''}${slippedDays === 0 ? '' : ` [${slippedDays > 0 ? '+' : ''}${slippedDays} d]`}`,
      ),
    gaps: ({ gaps }) => gaps.map(({ number }) => number),
    became: ({ lineage }) => lineage.flatMap(({ item }) => item?.designation ?? []),
    address: ({ id, code, group }, origin) =>
      `${origin}/groups/${group.slug}/deliverables/${encodeURIComponent(code ?? id)}`,
    ...provenanceColumns,
    example: ({ group }) => group.isExample,
  },
})
