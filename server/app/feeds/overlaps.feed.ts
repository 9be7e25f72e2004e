import {
  caseFilter,
  readOverlaps,
  readSuggestions,
  suggestionFilter,
  writeOverlaps,
} from '#schema/vocabulary/overlap-address.js'
import { provenanceColumns, type Feed, type ProvenanceRow } from './feed.js'

interface Side {
  designation: string
  slug: string
  body: { slug: string }
}

interface CaseRow extends ProvenanceRow {
  number: string
  title: string
  state: string
  verdict: string | null
  evidence: string | null
  mode: string | null
  owner: { slug: string } | null
  items: { scope: string | null; item: Side & { scopeNote: string | null } }[]
  steps: { to: string; on: string }[]
}

/** `/overlaps.csv`, `/overlaps.json`: the cases that the page shows. */
export const overlapsFeed: Feed<CaseRow> = {
  name: 'overlaps',
  query: `query OverlapsFeed($first: Int, $after: String, $filter: OverlapFilter, $asOf: DateTime) {
    list: overlaps(first: $first, after: $after, filter: $filter, asOf: $asOf) {
      nodes {
        number title state verdict evidence mode owner { slug }
        items { scope item { designation slug scopeNote body { slug } } } steps { to on }
        provenance { confidence source asOf checkAgainOn }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  wish(params) {
    const view = readOverlaps(params)
    return { variables: { filter: caseFilter(view) }, asOf: view.asOf, unread: view.unread }
  },
  columns: {
    number: (row) => row.number,
    title: (row) => row.title,
    items: (row) => row.items.map(({ item }) => item.designation),
    publishers: (row) => [...new Set(row.items.map(({ item }) => item.body.slug))],
    scopes: (row) => row.items.map(({ scope, item }) => scope ?? item.scopeNote ?? ''),
    state: (row) => row.state,
    since: (row) => row.steps[0]?.on ?? null,
    verdict: (row) => row.verdict,
    evidence: (row) => row.evidence ?? '',
    mode: (row) => row.mode ?? '',
    owner: (row) => row.owner?.slug ?? '',
    address: (row, origin) => `${origin}/overlaps/${row.number}`,
    ...provenanceColumns,
    example: () => false,
  },
}

interface PairRow {
  id: string
  a: Side
  b: Side
  likeness: number
  words: string[]
  state: string
  case: { number: string } | null
  reason: string | null
}

/** `/overlaps/suggestions.csv`, `/overlaps/suggestions.json`. What looks alike was computed here and has no other source. */
export const suggestionsFeed: Feed<PairRow> = {
  name: 'overlaps/suggestions',
  query: `query SuggestionsFeed($first: Int, $after: String, $filter: OverlapSuggestionFilter, $asOf: DateTime) {
    list: overlapSuggestions(first: $first, after: $after, filter: $filter, asOf: $asOf) {
      nodes {
        id a { designation slug body { slug } } b { designation slug body { slug } } likeness words state case { number } reason
      }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  wish(params) {
    const view = readSuggestions(params)
    return { variables: { filter: suggestionFilter(view, view.state) }, asOf: view.asOf, unread: view.unread }
  },
  columns: {
    items: ({ a, b }) => [a.designation, b.designation],
    publishers: ({ a, b }) => [a.body.slug, b.body.slug],
    likeness: (row) => row.likeness,
    words: (row) => row.words,
    state: (row) => row.state,
    overlapCase: (row) => row.case?.number ?? '',
    reason: (row) => row.reason ?? '',
    address: ({ id }, origin) => `${origin}/overlaps/suggestions/${id}`,
    example: () => false,
  },
}

interface Head {
  key: string
  body: { acronym: string | null; name: string } | null
  item: { designation: string } | null
}

interface Matrix {
  rows: Head[]
  columns: Head[]
  cells: { row: string; column: string; cases: number; suggested: number; isKnown: boolean }[]
}

interface CellRow {
  row: string
  column: string
  cases: number | null
  suggested: number | null
}

const called = ({ key, body, item }: Head): string => (body ? (body.acronym ?? body.name) : (item?.designation ?? key))

/** The page calls by `view` what a file, for which that is the look of a list, calls by `of`. */
function matrixOf(params: URLSearchParams) {
  const whole = new URLSearchParams(params)
  const of = whole.get('of')
  whole.delete('view')
  if (of) whole.set('view', of)
  return readOverlaps(whole)
}

/** `/overlaps/matrix.csv`, `/overlaps/matrix.json`: a matrix, field by field. Which one, `of` says. Unknown is no nought. [EX-3] */
export const matrixFeed: Feed<CellRow> = {
  name: 'overlaps/matrix',
  query: `query MatrixFeed($view: OverlapView!, $items: [String!], $asOf: DateTime) {
    list: overlapMatrix(view: $view, items: $items, asOf: $asOf) {
      rows { key body { acronym name } item { designation } } columns { key body { acronym name } item { designation } }
      cells { row column cases suggested isKnown }
    }
  }`,
  wish(params) {
    const view = matrixOf(params)
    return { variables: { view: view.view, items: view.items }, asOf: view.asOf, unread: view.unread }
  },
  pageAddress(params) {
    const shown = writeOverlaps(matrixOf(params))
    return shown.size > 0 ? `/overlaps?${shown.toString()}` : '/overlaps'
  },
  pageOf(answer) {
    const { rows, columns, cells } = answer as Matrix
    const names = new Map([...rows, ...columns].map((head) => [head.key, called(head)]))
    return {
      nodes: cells.map(({ row, column, cases, suggested, isKnown }) => ({
        row: names.get(row)!,
        column: names.get(column)!,
        cases: isKnown ? cases : null,
        suggested: isKnown ? suggested : null,
      })),
      pageInfo: { hasNextPage: false, endCursor: null },
    }
  },
  columns: {
    row: (cell) => cell.row,
    column: (cell) => cell.column,
    cases: (cell) => cell.cases,
    suggested: (cell) => cell.suggested,
  },
}
