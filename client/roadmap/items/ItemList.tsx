import { useLoaderData, useLocation } from 'react-router'
import type { ItemRowFragment } from '#schema/generated/operations.js'
import { filterNames, gapsAddress, writeItemList, type ItemListView } from '#schema/vocabulary/address.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { ListTools } from '../parts/ListTools.js'
import {
  DataTable,
  Day,
  EmptyState,
  Link,
  LinkButton,
  PageHeader,
  Pager,
  Split,
  Stack,
  Tabs,
  Unknown,
  useWords,
  withParams,
  type Column,
} from '../../ui/index.js'
import {
  AsOfNotice,
  BodyLink,
  ChosenFilters,
  chosenFacets,
  FacetForm,
  fileAlternates,
  FileLinks,
  shownAddress,
  ItemLink,
  ItemTitle,
  NativeStage,
  Sourced,
  StateChip,
  Terms,
  UnreadNotice,
  type ChosenFilter,
} from '../parts/index.js'
import { ItemTimeline, ItemTimelineTable, type ItemInTime } from './ItemTimeline.js'
import type { ItemListData } from './items.route.js'

/** Facets as they stand beside the list; those at the head are open at first. */
const facets = [
  { name: 'state', list: 'itemState', isOpen: true },
  { name: 'topic', list: 'topic', isOpen: true },
  { name: 'body', list: 'body' },
  { name: 'lifecycleStage', list: 'lifecycleStage' },
  { name: 'type', list: 'itemType' },
  { name: 'impact', list: 'impact' },
  { name: 'confidence', list: 'confidence' },
] as const

/** The register's items: search, facets, sort, pages; all of it in the address. */
export function ItemList() {
  const words = useWords<Words>()
  const { pathname, search } = useLocation()
  const { view, answer, shown: look } = useLoaderData<ItemListData>()
  const address = pathname + search
  const shown = shownAddress(pathname, writeItemList(view))
  const { items, itemFacets } = answer
  const inTime = items.nodes as readonly ItemInTime[]
  const asked = writeItemList({ ...view, sort: null, after: null, before: null, asOf: null })
  const { values, chosen: ticked } = chosenFacets(words, 'item', facets, asked, itemFacets)
  const chosen = [...ticked, ...alsoChosen(words, view)]

  return (
    <>
      <PageHead
        title={words('item.listTitle')}
        description={words('item.listDescription')}
        canonical="/roadmap"
        alternates={fileAlternates(words, shown)}
        isPrivate={search !== ''}
      />
      <PageHeader
        title={words('item.listTitle')}
        lead={words('item.listLead')}
        actions={
          <>
            <ListTools view={view} follow={answer.follow} address={shown} />
            <LinkButton href="/roadmap/to-check" kind="quiet">
              {words('fact.toCheck')}
            </LinkButton>
            {answer.viewer.viewerMay.includes('REGISTER_EDIT') && (
              <>
                <LinkButton href="/admin/imports" kind="quiet">
                  {words('import.title')}
                </LinkButton>
                <LinkButton href="/items/new">{words('item.new')}</LinkButton>
              </>
            )}
          </>
        }
      />
      <Split
        aside={
          <FacetForm
            thing="item"
            facets={facets}
            address={address}
            values={values}
            counts={itemFacets}
            chosen={chosen}
          />
        }
      >
        <Stack gap={4}>
          <AsOfNotice asOf={view.asOf} />
          <UnreadNotice unread={view.unread} />
          <ChosenFilters address={address} chosen={chosen} all={filterNames.items} />
          <GapsHere view={view} count={answer.gaps?.totalCount ?? 0} />
          <Tabs
            kind="segments"
            label={words('item.timeline.looks')}
            tabs={(['list', 'timeline', 'timeline-table'] as const).map((one) => ({
              href: withParams(address, { view: one === 'list' ? null : one }),
              label: words(`item.timeline.look.${one}`),
              isCurrent: one === look,
            }))}
          />
          {look === 'timeline' && <ItemTimeline items={inTime} today={view.asOf ?? answer.now} />}
          {look === 'timeline-table' && <ItemTimelineTable items={inTime} />}
          {look === 'list' && (
            <DataTable
              isMain
              caption={words('item.count', { count: items.totalCount })}
              columns={columnsFor(words)}
              rows={items.nodes}
              rowKey={(item) => item.slug}
              address={address}
              defaultSort={view.filter.search ? undefined : { column: 'designation', direction: 'ascending' }}
              tools={<FileLinks address={shown} />}
              empty={<NothingFound address={address} chosen={chosen} />}
            />
          )}
          <Pager
            previousHref={
              items.pageInfo.hasPreviousPage ? withParams(address, { before: items.pageInfo.startCursor }) : null
            }
            nextHref={items.pageInfo.hasNextPage ? withParams(address, { after: items.pageInfo.endCursor }) : null}
          />
        </Stack>
      </Split>
    </>
  )
}

/** Where the list is narrowed to a topic or stage, the gaps that are open there. */
function GapsHere({ view, count }: { view: ItemListView; count: number }) {
  const words = useWords<Words>()
  if (count === 0) return null
  const { topic, lifecycleStage } = view.filter
  return (
    <p>
      <Link href={gapsAddress({ topic, lifecycleStage, isOpen: true }, view.asOf)}>
        {words('item.gapsHere', { count })}
      </Link>
    </p>
  )
}

/** An empty list says which filter to drop. */
function NothingFound({ address, chosen }: { address: string; chosen: readonly ChosenFilter[] }) {
  const words = useWords<Words>()
  return (
    <EmptyState
      title={words('item.emptyTitle')}
      action={
        <LinkButton href={withParams(address, Object.fromEntries(filterNames.items.map((name) => [name, null])))}>
          {words('item.emptyAction')}
        </LinkButton>
      }
    >
      <p>{chosen.length > 1 ? words('item.emptyFilters') : words('item.emptyText')}</p>
    </EmptyState>
  )
}

function columnsFor(words: Words): Column<ItemRowFragment>[] {
  const nothing = words('item.none')
  return [
    {
      id: 'designation',
      header: words('item.column.designation'),
      isRowHeader: true,
      isSortable: true,
      cell: (item) => <ItemLink item={item} />,
    },
    { id: 'title', header: words('item.column.title'), isSortable: true, cell: (item) => <ItemTitle item={item} /> },
    { id: 'body', header: words('item.column.body'), isUnbroken: true, cell: (item) => <BodyLink body={item.body} /> },
    {
      id: 'committee',
      header: words('item.column.committee'),
      isHiddenAtFirst: true,
      cell: (item) => (item.committee ? <BodyLink body={item.committee} /> : <Unknown />),
    },
    {
      id: 'type',
      header: words('item.column.type'),
      isHiddenAtFirst: true,
      cell: (item) => words.dynamic(`register.itemType.${item.type}`),
    },
    {
      id: 'stage',
      header: words('item.column.stage'),
      cell: (item) => <NativeStage stage={item.nativeStage} body={item.body.slug} />,
    },
    {
      id: 'state',
      header: words('item.column.state'),
      isSortable: true,
      cell: (item) => (
        <Sourced confidence={item.provenance.confidence}>
          <StateChip state={item.state} basis={item.stateBasis} />
        </Sourced>
      ),
    },
    {
      id: 'asOf',
      header: words('item.column.asOf'),
      isSortable: true,
      isUnbroken: true,
      cell: (item) => (item.provenance.asOf ? <Day on={item.provenance.asOf} /> : <Unknown />),
    },
    ...(['topic', 'lifecycleStage', 'impact'] as const).map((list): Column<ItemRowFragment> => ({
      id: list,
      header: words(`item.facet.${list}`),
      isHiddenAtFirst: true,
      cell: (item) => {
        const values = { topic: item.topics, lifecycleStage: item.lifecycleStages, impact: item.impacts }[list]
        return values.length > 0 ? <Terms list={list} values={values} /> : nothing
      },
    })),
  ]
}

/** What narrows the list, in words. */
/** What narrows the list besides its facets. */
function alsoChosen(words: Words, view: ItemListView): ChosenFilter[] {
  const { isInForce, gap = [] } = view.filter
  const ofGap = (label: string) => words('fact.chosenFilter', { name: words('item.facet.gap'), label })
  return [
    ...gap.map((value) => ({ name: 'gap', value, label: ofGap(value) })),
    ...(isInForce === undefined
      ? []
      : [{ name: 'inForce', value: String(isInForce), label: words(isInForce ? 'item.inForce' : 'item.notInForce') }]),
  ]
}
