import { readDocumentList } from '#schema/vocabulary/document-address.js'
import type { Columns, Feed, FeedPage } from './feed.js'

interface Row {
  id: string
  number: string
  title: string
  sources: string[]
  purposes: string[]
  state: string
  standing: string | null
  availableSince: string | null
  agendaItemId: string | null
  alsoUnder: string[]
  presentedBy: string | null
  progress: string | null
  result: string | null
  note: string | null
  revisedTo: { number: string } | null
  mergedInto: { number: string } | null
  replaces: { number: string }[]
  handedIn: { citedAs: string } | null
  /** Numbers of the rows under which it stands, its own first. */
  rows: string[]
  /** Where it is. */
  path: string
}

interface Answer {
  number: number
  group: { slug: string }
  agenda: { id: string; number: string }[]
  documents: FeedPage<Omit<Row, 'rows' | 'path'>>
}

/** Columns by the ids of those of the page, so that a file holds those that are shown. */
const columns: Readonly<Record<string, Columns<Row>>> = {
  number: { number: (row) => row.number },
  title: { title: (row) => row.title },
  source: { sources: (row) => row.sources },
  handedIn: { handedIn: (row) => row.handedIn?.citedAs ?? '' },
  purpose: { purposes: (row) => row.purposes },
  agenda: { agendaRows: (row) => row.rows },
  presenter: { presentedBy: (row) => row.presentedBy ?? '' },
  result: {
    progress: (row) => row.progress ?? '',
    result: (row) => row.result ?? (row.state === 'WITHDRAWN' ? 'WITHDRAWN' : ''),
    note: (row) => row.note ?? '',
  },
  revisedTo: { revisedTo: (row) => row.revisedTo?.number ?? '' },
  replaces: { replaces: (row) => row.replaces.map(({ number }) => number) },
  mergedInto: { mergedInto: (row) => row.mergedInto?.number ?? '' },
  standing: { state: (row) => row.state, standing: (row) => row.standing ?? '' },
  available: { availableSince: (row) => row.availableSince ?? '' },
}
const address: Columns<Row> = { address: (row, origin) => origin + row.path }

/** `/groups/<slug>/meetings/<n>/documents.csv`: the documents that the page shows, in its columns. [DL-6] */
export const documentsFeed: Feed<Row> = {
  name: 'documents',
  route: '/groups/:slug/meetings/:number/documents',
  query: `query DocumentsFeed($group: String!, $number: Int!, $first: Int, $after: String, $filter: MeetingDocumentFilter, $sort: MeetingDocumentSort) {
    list: meeting(group: $group, number: $number) {
      number group { slug } agenda { id number }
      documents(first: $first, after: $after, filter: $filter, sort: $sort) {
        nodes {
          id number title sources purposes state standing availableSince agendaItemId alsoUnder presentedBy progress result note
          revisedTo { number } mergedInto { number } replaces { number } handedIn { citedAs }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`,
  wish(params, { slug, number } = {}) {
    const { filter, sort, unread } = readDocumentList(params)
    // What is no number is no meeting.
    const asked = /^[1-9]\d{0,5}$/.test(number ?? '') ? Number(number) : 0
    return { variables: { group: slug, number: asked, filter, sort }, asOf: null, unread }
  },
  isPaged: true,
  pageOf(answer) {
    if (!answer) return null
    const { number, group, agenda, documents } = answer as Answer
    const numbers = new Map(agenda.map((row) => [row.id, row.number]))
    return {
      ...documents,
      nodes: documents.nodes.map((row) => ({
        ...row,
        rows: [row.agendaItemId, ...row.alsoUnder].flatMap((id) => numbers.get(id ?? '') ?? []),
        path: `/groups/${group.slug}/meetings/${number}/documents/${row.id}`,
      })),
    }
  },
  pageAddress(params, { slug = '', number = '' } = {}) {
    const query = params.toString()
    return `/groups/${slug}/meetings/${number}/documents${query && `?${query}`}`
  },
  columns: Object.assign({}, ...Object.values(columns), address) as Columns<Row>,
  columnsFor(params) {
    const asked = params.getAll('columns').flatMap((part) => part.split(','))
    const shown = Object.entries(columns).filter(([id]) => id === 'number' || asked.includes(id))
    const chosen = asked.some((id) => Object.hasOwn(columns, id)) ? shown : Object.entries(columns)
    return Object.assign({}, ...chosen.map(([, some]) => some), address) as Columns<Row>
  },
}
