import { useLoaderData, useLocation } from 'react-router'
import type { ImportListQuery } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import {
  Breadcrumb,
  Chip,
  DataTable,
  Day,
  EmptyState,
  Link,
  LinkButton,
  PageHeader,
  Pager,
  Stack,
  Time,
  useWords,
  withParams,
  type Column,
} from '../../ui/index.js'
import { Linked } from '../parts/index.js'
import { importHref } from './import-address.js'
import { stateLook } from './outcome-look.js'
import { TEMPLATE_HREF } from './template-href.js'

type Line = ImportListQuery['imports']['nodes'][number]

/** Lists that were taken into the register, newest first. */
export function ImportList() {
  const words = useWords<Words>()
  const { pathname, search } = useLocation()
  const { imports } = useLoaderData<ImportListQuery>()
  const { startCursor, endCursor, hasNextPage, hasPreviousPage } = imports.pageInfo
  const address = pathname + search
  const title = words('import.listTitle')
  const begin = (
    <LinkButton href="/admin/imports/new" kind="primary">
      {words('import.new')}
    </LinkButton>
  )
  return (
    <>
      <PageHead title={title} isPrivate />
      <Breadcrumb crumbs={[{ label: words('item.listTitle'), href: '/roadmap' }, { label: title }]} />
      <PageHeader
        title={title}
        lead={words('import.listLead')}
        actions={imports.nodes.length > 0 ? begin : undefined}
      />
      <Stack gap={6}>
        <DataTable
          isMain
          caption={title}
          isCaptionHidden
          rows={imports.nodes}
          rowKey={({ id }) => id}
          columns={columnsFor(words)}
          empty={
            <EmptyState
              title={words('import.none')}
              action={
                <span className="cluster gap-4 align-center">
                  {begin}
                  <Link href={TEMPLATE_HREF} download>
                    {words('import.template')}
                  </Link>
                </span>
              }
            >
              {words('import.noneText')}
            </EmptyState>
          }
        />
        <Pager
          previousHref={hasPreviousPage ? withParams(address, { before: startCursor, after: null }) : null}
          nextHref={hasNextPage ? withParams(address, { after: endCursor, before: null }) : null}
        />
      </Stack>
    </>
  )
}

const columnsFor = (words: Words): Column<Line>[] => [
  {
    id: 'file',
    header: words('import.column.file'),
    isRowHeader: true,
    cell: ({ id, fileName, format }) => (
      <div>
        <Link href={importHref(id)}>
          <bdi>{fileName}</bdi>
        </Link>
        <span className="fact-note">{words(`import.format.${format}`)}</span>
      </div>
    ),
  },
  {
    id: 'state',
    header: words('import.column.state'),
    cell: ({ state }) => <Chip {...stateLook[state]}>{words(`import.state.${state}`)}</Chip>,
  },
  {
    id: 'rows',
    header: words('import.column.rows'),
    align: 'end',
    cell: ({ counts }) => words('import.number', { count: counts.reduce((sum, { count }) => sum + count, 0) }),
  },
  {
    id: 'source',
    header: words('import.column.source'),
    isLong: true,
    cell: ({ source, asOf }) => (
      <div>
        <Linked text={source} />
        <span className="fact-note">
          {words('import.asOf')} <Day on={asOf} />
        </span>
      </div>
    ),
  },
  {
    id: 'sent',
    header: words('import.column.sent'),
    cell: ({ uploadedAt, uploadedBy }) => (
      <div>
        <Time at={uploadedAt} zone="UTC" isBare />
        {uploadedBy?.name && <bdi className="fact-note">{uploadedBy.name}</bdi>}
      </div>
    ),
  },
]
