import { changeAddress, readCompare } from '#schema/vocabulary/compare-address.js'
import type { EditionChangeKind } from '#schema/vocabulary/editions.js'
import { changeSentence } from '#schema/words/edition-change.js'
import type { Feed } from './feed.js'

interface SideRow {
  readonly at: string | null
  readonly edition: { readonly slug: string } | null
}

export interface ChangeRow {
  readonly key: string
  readonly kind: EditionChangeKind
  readonly subject: string
  readonly label: string
  readonly href: string
  readonly topics: readonly string[]
  readonly bodies: readonly string[]
  readonly args: unknown
  readonly comparison: { readonly from: SideRow; readonly to: SideRow }
}

/** A side as an address names it. */
export const sideName = ({ edition, at }: SideRow): string => edition?.slug ?? at ?? 'today'

/** Where one change has its page. */
export const pageOfChange = ({ key, comparison: { from, to } }: ChangeRow): string =>
  changeAddress(key, sideName(from), sideName(to))

/** `/editions/compare.csv`, `/editions/compare.json`: what changed between two moments, in words and in codes. [ED-9] */
export const changesFeed: Feed<ChangeRow> = {
  name: 'editions/compare',
  query: `query ChangesFeed($from: String!, $to: String!, $filter: EditionChangeFilter, $first: Int, $after: String) {
    list: editionDiff(from: $from, to: $to, filter: $filter, first: $first, after: $after) {
      nodes {
        key kind subject label href topics bodies args comparison { from { at edition { slug } } to { at edition { slug } } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  wish(params) {
    const { from, to, filter, unread } = readCompare(params)
    return {
      variables: { from: from ?? '', to, filter },
      asOf: null,
      unread: from === null ? [...unread, { name: 'from', value: '' }] : unread,
    }
  },
  columns: {
    change: (row, _origin, words) => changeSentence(words, row),
    kind: ({ kind }) => kind,
    subject: ({ label }) => label,
    topics: ({ topics }) => topics,
    body: ({ bodies }) => bodies,
    changedFrom: ({ comparison }) => sideName(comparison.from),
    changedTo: ({ comparison }) => sideName(comparison.to),
    address: (row, origin) => origin + pageOfChange(row),
  },
}
