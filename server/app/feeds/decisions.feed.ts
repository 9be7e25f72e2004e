import { decisionFilter, readDecisions } from '#schema/vocabulary/decision-address.js'
import type { Words } from '#schema/words/index.js'
import type { Feed } from './feed.js'

interface Row {
  number: number
  kind: string
  text: string
  decidedOn: string
  challengeBy: string | null
  presence: string
  isStanding: boolean
  documentHash: string | null
  group: { slug: string; isExample: boolean }
  meeting: { number: number } | null
  agendaItem: { number: string; title: string } | null
  subject: { kind: string; label: string | null } | null
  reverses: { number: number } | null
  reversedBy: { number: number } | null
  reservations: { text: string; state: string; organisation: string | null; holder: { name: string | null } | null }[]
}

/** Who holds it as the page says it: an erased person is a former member. */
const held = (words: Words, { holder, organisation, text, state }: Row['reservations'][number]): string => {
  const name = holder ? (holder.name ?? words('decision.formerMember')) : null
  return `${[name, organisation].filter(Boolean).join(', ')}: ${text} (${state})`
}

/** `/groups/example/decisions.csv`, `.xlsx`, `.json`: the decisions that the page shows. */
export const decisionsFeed: Feed<Row> = {
  name: 'decisions',
  route: '/groups/:slug([^/]+)/decisions',
  thing: 'group(slug: $slug)',
  query: `query DecisionsFeed($first: Int, $after: String, $filter: DecisionFilter) {
    list: decisions(first: $first, after: $after, filter: $filter) {
      nodes {
        number kind text decidedOn challengeBy presence isStanding documentHash group { slug isExample } meeting { number }
        agendaItem { number title } subject { kind label } reverses { number } reversedBy { number }
        reservations { text state organisation holder { name } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  wish(params, { slug = '' } = {}) {
    const view = readDecisions(params)
    return { variables: { filter: decisionFilter(slug, view) }, asOf: null, unread: view.unread }
  },
  pageAddress: (params, { slug = '' } = {}) =>
    `/groups/${encodeURIComponent(slug)}/decisions${params.size > 0 ? `?${params.toString()}` : ''}`,
  columns: {
    number: (row) => row.number,
    decision: (row) => row.text,
    kind: (row) => row.kind,
    decidedOn: (row) => row.decidedOn,
    meeting: (row) => row.meeting?.number ?? '',
    agendaItem: (row) => (row.agendaItem ? `${row.agendaItem.number} ${row.agendaItem.title}` : ''),
    about: (row) => row.subject?.label ?? '',
    reservations: (row, _origin, words) => row.reservations.map((one) => held(words, one)),
    isStanding: (row) => row.isStanding,
    reverses: (row) => row.reverses?.number ?? '',
    reversedBy: (row) => row.reversedBy?.number ?? '',
    challengeBy: (row) => row.challengeBy ?? '',
    presence: (row) => row.presence,
    documentHash: (row) => row.documentHash ?? '',
    address: (row, origin) => `${origin}/groups/${row.group.slug}/decisions/${row.number}`,
    example: (row) => row.group.isExample,
  },
}
