import { useLoaderData, useLocation } from 'react-router'
import { IMPORT_OUTCOMES } from '#schema/vocabulary/imports.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import {
  Breadcrumb,
  Chip,
  DataTable,
  Day,
  DefinitionList,
  Disclosure,
  EmptyState,
  PageHeader,
  Pager,
  Stack,
  Tabs,
  Time,
  useWords,
  withParams,
} from '../../ui/index.js'
import { Linked, Sourced } from '../parts/index.js'
import { importHref } from './import-address.js'
import { rowColumns } from './import-rows.js'
import { ImportSteps } from './ImportSteps.js'
import type { ImportPageData } from './imports.route.js'
import { stateLook } from './outcome-look.js'
import { Working } from './Working.js'

/** One list: how far it is, what each of its rows means, and what is to be done with it. */
export function ImportPage() {
  const words = useWords<Words>()
  const { it } = useLoaderData<ImportPageData>()
  const isAtWork = it.state === 'READING' || it.state === 'APPLYING' || it.state === 'UNDOING'
  const all = it.counts.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <PageHead title={it.fileName} isPrivate />
      <Breadcrumb
        crumbs={[
          { label: words('item.listTitle'), href: '/roadmap' },
          { label: words('import.listTitle'), href: '/admin/imports' },
          { label: it.fileName },
        ]}
      />
      <PageHeader
        title={<bdi>{it.fileName}</bdi>}
        marks={<Chip {...stateLook[it.state]}>{words(`import.state.${it.state}`)}</Chip>}
      />
      <Stack gap={6}>
        {isAtWork ? <Working it={it} /> : <ImportSteps it={it} />}
        <Disclosure summary={words('import.about')} isOpen={isAtWork || all === 0}>
          <About />
        </Disclosure>
        {!isAtWork && all > 0 && <Rows all={all} />}
      </Stack>
    </>
  )
}

function About() {
  const words = useWords<Words>()
  const { it } = useLoaderData<ImportPageData>()
  return (
    <DefinitionList
      facts={[
        {
          term: words('import.source'),
          value: (
            <Sourced confidence={it.confidence}>
              <Linked text={it.source} />
            </Sourced>
          ),
        },
        { term: words('import.asOf'), value: <Day on={it.asOf} /> },
        { term: words('import.column.file'), value: words(`import.format.${it.format}`) },
        {
          term: words('import.column.sent'),
          value: (
            <>
              <Time at={it.uploadedAt} zone="UTC" /> {it.uploadedBy?.name && <bdi>{it.uploadedBy.name}</bdi>}
            </>
          ),
        },
      ]}
    />
  )
}

function Rows({ all }: { all: number }) {
  const words = useWords<Words>()
  const { it, view } = useLoaderData<ImportPageData>()
  const { pathname, search } = useLocation()
  const { startCursor, endCursor, hasNextPage, hasPreviousPage } = it.rows.pageInfo
  const here = importHref(it.id)
  const address = pathname + search
  const counted = new Map(it.counts.map(({ outcome, count }) => [outcome, count]))
  const shown = view.outcome ? (counted.get(view.outcome) ?? 0) : all
  return (
    <>
      <Tabs
        label={words('import.outcomes')}
        tabs={[
          {
            href: here,
            label: words('import.all'),
            count: words('import.number', { count: all }),
            isCurrent: !view.outcome,
          },
          ...IMPORT_OUTCOMES.map((outcome) => ({
            href: `${here}?outcome=${outcome}`,
            label: words(`import.outcome.${outcome}`),
            count: words('import.number', { count: counted.get(outcome) ?? 0 }),
            isCurrent: view.outcome === outcome,
          })),
        ]}
      />
      <DataTable
        isMain
        caption={words('import.count', { count: shown })}
        rows={it.rows.nodes}
        rowKey={({ number }) => String(number)}
        columns={rowColumns(words, it.state === 'PREVIEWED')}
        empty={<EmptyState title={words('import.noRows')}>{words('import.noRowsText')}</EmptyState>}
      />
      <Pager
        previousHref={hasPreviousPage ? withParams(address, { before: startCursor, after: null }) : null}
        nextHref={hasNextPage ? withParams(address, { after: endCursor, before: null }) : null}
      />
    </>
  )
}
