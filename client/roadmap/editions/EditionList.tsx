import { useLoaderData, useLocation } from 'react-router'
import type { EditionLineFragment } from '#schema/generated/operations.js'
import { compareAddress } from '#schema/vocabulary/compare-address.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import {
  DataTable,
  Day,
  EmptyState,
  Link,
  LinkButton,
  PageHeader,
  Pager,
  Stack,
  Unknown,
  useWords,
  withParams,
  type Column,
} from '../../ui/index.js'
import { newsAlternate, NewsLink } from '../parts/index.js'
import type { EditionListData } from './editions.route.js'
import { editionHref, EditionMarks } from './marks.js'

/** Every edition there is, newest first. */
export function EditionList() {
  const words = useWords<Words>()
  const { pathname, search } = useLocation()
  const { viewer, editions } = useLoaderData<EditionListData>()
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = editions.pageInfo
  const address = pathname + search
  const mayMake = viewer.viewerMay.includes('REGISTER_EDIT')
  const make = <LinkButton href="/editions/new">{words('edition.new')}</LinkButton>
  return (
    <>
      <PageHead
        title={words('edition.listTitle')}
        description={words('edition.listLead')}
        canonical="/editions"
        isPrivate={search !== ''}
        alternates={[newsAlternate(words, '/editions')]}
      />
      <PageHeader
        title={words('edition.listTitle')}
        lead={words('edition.listLead')}
        actions={
          <>
            {mayMake && make}
            <LinkButton href="/editions/compare" kind="primary">
              {words('edition.compare')}
            </LinkButton>
          </>
        }
      />
      <Stack gap={4}>
        <DataTable
          isMain
          caption={words('edition.count', { count: editions.totalCount })}
          rows={editions.nodes}
          rowKey={({ id }) => id}
          columns={columnsFor(words)}
          empty={
            <EmptyState title={words('edition.emptyTitle')} action={mayMake && make}>
              <p>{words('edition.emptyText')}</p>
            </EmptyState>
          }
        />
        <p>
          <NewsLink address="/editions" />
        </p>
        <Pager
          previousHref={hasPreviousPage ? withParams(address, { before: startCursor }) : null}
          nextHref={hasNextPage ? withParams(address, { after: endCursor }) : null}
        />
      </Stack>
    </>
  )
}

const columnsFor = (words: Words): Column<EditionLineFragment>[] => [
  {
    id: 'label',
    header: words('edition.column.label'),
    isRowHeader: true,
    cell: ({ slug, label, number }) => (
      <>
        <Link href={editionHref(slug)}>
          <bdi>{label}</bdi>
        </Link>
        {number !== null && <span className="fact-note">{words('edition.numbered', { number })}</span>}
      </>
    ),
  },
  {
    id: 'date',
    header: words('edition.column.date'),
    isUnbroken: true,
    cell: ({ datedOn }) => (datedOn ? <Day on={datedOn} /> : <Unknown />),
  },
  { id: 'state', header: words('edition.column.state'), cell: (edition) => <EditionMarks edition={edition} /> },
  {
    id: 'occasion',
    header: words('edition.column.occasion'),
    isLong: true,
    cell: ({ occasion }) => (occasion ? <span dir="auto">{occasion}</span> : <Unknown />),
  },
  {
    id: 'held',
    header: words('edition.column.held'),
    isLong: true,
    cell: ({ counts, slug, state }) =>
      counts ? (
        <>
          {words('edition.held', { items: counts.items, gaps: counts.gaps, open: counts.openGaps })}
          <span className="fact-note">
            <Link href={compareAddress(slug)}>{words('edition.compareToday')}</Link>
          </span>
        </>
      ) : state === 'FROZEN' ? (
        <Unknown />
      ) : (
        '–'
      ),
  },
]
