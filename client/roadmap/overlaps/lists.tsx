import type { OverlapCaseLineFragment, SuggestionLineFragment } from '#schema/generated/operations.js'
import { newCaseAddress } from '#schema/vocabulary/overlap-address.js'
import type { Words } from '#schema/words/index.js'
import { DataTable, Link, useWords, type Column } from '../../ui/index.js'
import { BodyLink, itemHref, Sourced, caseHref, CaseStateChip, suggestionHref, VerdictChip } from '../parts/index.js'
import type { ReactNode } from 'react'

/** An item in a line. Its designation says whose it is; the body stands in the title. */
const SideLink = ({ item }: { item: SuggestionLineFragment['a'] }) => (
  <Link href={itemHref(item.slug)} title={item.body.name}>
    <bdi>{item.designation}</bdi>
  </Link>
)

/** Cases as a table. */
export function CaseTable({
  cases,
  caption,
  empty,
}: {
  cases: readonly OverlapCaseLineFragment[]
  caption: string
  empty: ReactNode
}) {
  const words = useWords<Words>()
  const columns: Column<OverlapCaseLineFragment>[] = [
    {
      id: 'number',
      header: words('overlap.column.number'),
      isRowHeader: true,
      cell: ({ number, title }) => (
        <Link href={caseHref(number)}>
          {number} <span dir="auto">{title}</span>
        </Link>
      ),
    },
    {
      id: 'items',
      header: words('overlap.column.items'),
      isLong: true,
      cell: ({ items }) => (
        <ul className="overlap-sides">
          {items.map(({ id, item }) => (
            <li key={id}>
              <SideLink item={item} />
            </li>
          ))}
        </ul>
      ),
    },
    { id: 'state', header: words('overlap.column.state'), cell: ({ state }) => <CaseStateChip state={state} /> },
    {
      id: 'verdict',
      header: words('overlap.column.verdict'),
      cell: ({ verdict, provenance }) =>
        verdict === null ? (
          <VerdictChip verdict={null} />
        ) : (
          <Sourced confidence={provenance.confidence}>
            <VerdictChip verdict={verdict} />
          </Sourced>
        ),
    },
    {
      id: 'mode',
      header: words('overlap.column.mode'),
      cell: ({ mode }) => (mode ? words.dynamic(`register.cooperationMode.${mode}`) : words('overlap.noMode')),
    },
    {
      id: 'owner',
      header: words('overlap.column.owner'),
      cell: ({ owner }) => (owner ? <BodyLink body={owner} /> : words('overlap.noOwner')),
    },
  ]
  return <DataTable caption={caption} rows={cases} rowKey={({ number }) => number} columns={columns} empty={empty} />
}

/** Suggested pairs as a table. */
export function SuggestionTable({
  pairs,
  caption,
  empty,
}: {
  pairs: readonly SuggestionLineFragment[]
  caption: string
  empty: ReactNode
}) {
  const words = useWords<Words>()
  const columns: Column<SuggestionLineFragment>[] = [
    {
      id: 'pair',
      header: words('overlap.column.pair'),
      isRowHeader: true,
      cell: ({ a, b }) => (
        <ul className="overlap-sides">
          {[a, b].map((item) => (
            <li key={item.slug}>
              <SideLink item={item} />
            </li>
          ))}
        </ul>
      ),
    },
    {
      id: 'likeness',
      header: words('overlap.column.likeness'),
      cell: ({ likeness }) => words('overlap.likeness', { percent: likeness }),
    },
    {
      id: 'words',
      header: words('overlap.column.words'),
      isLong: true,
      cell: (pair) => <bdi>{pair.words.join(', ')}</bdi>,
    },
    {
      id: 'action',
      header: words('overlap.column.action'),
      cell: ({ id, a, b, viewerMay, case: made }) => (
        <span className="overlap-actions">
          {made ? (
            <Link href={caseHref(made.number)}>{made.number}</Link>
          ) : (
            <>
              <Link href={suggestionHref(id)}>{words('overlap.compare')}</Link>
              {viewerMay.includes('SETTLE') && (
                <Link href={newCaseAddress([a.slug, b.slug])}>{words('overlap.accept')}</Link>
              )}
            </>
          )}
        </span>
      ),
    },
  ]
  return <DataTable caption={caption} rows={pairs} rowKey={({ id }) => id} columns={columns} empty={empty} />
}
