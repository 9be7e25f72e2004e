import { useLoaderData, useLocation } from 'react-router'
import type { GapRowFragment } from '#schema/generated/operations.js'
import { filterNames, itemsAddress, writeGapList, type GapListView } from '#schema/vocabulary/address.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { ListTools } from '../parts/ListTools.js'
import {
  DataTable,
  EmptyState,
  Link,
  LinkButton,
  PageHeader,
  Pager,
  Split,
  Stack,
  Tabs,
  useWords,
  withParams,
  type Column,
} from '../../ui/index.js'
import {
  AsOfNotice,
  ChosenFilters,
  DegreeChip,
  chosenFacets,
  FacetForm,
  fileAlternates,
  FileLinks,
  shownAddress,
  GapLink,
  PriorityChip,
  Sourced,
  StandingChip,
  Terms,
  UnreadNotice,
  type ChosenFilter,
} from '../parts/index.js'
import type { GapListData } from './gaps.route.js'
import { WhoCouldAct, WorkUnderWay } from './who.js'

const facets = [
  { name: 'priority', list: 'priority', isOpen: true },
  { name: 'topic', list: 'topic', isOpen: true },
  { name: 'body', list: 'body' },
  { name: 'standing', list: 'gapStanding' },
  { name: 'lifecycleStage', list: 'lifecycleStage' },
] as const

/** The gap register: what is still open, and who is on it. */
export function GapList() {
  const words = useWords<Words>()
  const { pathname, search } = useLocation()
  const { view, answer } = useLoaderData<GapListData>()
  const address = pathname + search
  const shown = shownAddress(pathname, writeGapList(view))
  const { gaps, gapFacets } = answer
  const asked = writeGapList({ ...view, sort: null, after: null, before: null, asOf: null })
  const { values, chosen: ticked } = chosenFacets(words, 'gap', facets, asked, gapFacets)
  const ofPrinciple = (label: string) => words('fact.chosenFilter', { name: words('gap.facet.principle'), label })
  const principles = (view.filter.principle ?? []).map((value) => ({
    name: 'principle',
    value,
    label: ofPrinciple(value),
  }))
  const chosen: ChosenFilter[] = [...ticked, ...principles]
  const { isOpen } = view.filter

  return (
    <>
      <PageHead
        title={words('gap.listTitle')}
        description={words('gap.listDescription')}
        canonical="/gaps"
        alternates={fileAlternates(words, shown)}
        isPrivate={search !== ''}
      />
      <PageHeader
        title={words('gap.listTitle')}
        lead={words('gap.listLead')}
        actions={
          <>
            <ListTools view={view} follow={answer.follow} address={shown} />
            {answer.viewer.viewerMay.includes('REGISTER_EDIT') && (
              <LinkButton href="/gaps/new" kind="primary">
                {words('gap.new')}
              </LinkButton>
            )}
          </>
        }
      />
      <Tabs
        label={words('gap.which')}
        tabs={[
          {
            href: withParams(address, { open: 'true' }),
            label: words('gap.open'),
            count: answer.open.totalCount,
            isCurrent: isOpen === true,
          },
          {
            href: withParams(address, { open: 'false' }),
            label: words('gap.closed'),
            count: answer.closed.totalCount,
            isCurrent: isOpen === false,
          },
          {
            href: withParams(address, { open: null }),
            label: words('gap.all'),
            count: answer.any.totalCount,
            isCurrent: isOpen === undefined,
          },
        ]}
      />
      <Split
        aside={
          <FacetForm thing="gap" facets={facets} address={address} values={values} counts={gapFacets} chosen={chosen} />
        }
      >
        <Stack gap={4}>
          <AsOfNotice asOf={view.asOf} />
          <UnreadNotice unread={view.unread} />
          <ChosenFilters address={address} chosen={chosen} all={filterNames.gaps.filter((name) => name !== 'open')} />
          <ItemsHere view={view} />
          <DataTable
            isMain
            caption={words('gap.count', { count: gaps.totalCount })}
            columns={columnsFor(words)}
            rows={gaps.nodes}
            rowKey={(gap) => gap.number}
            address={address}
            defaultSort={view.filter.search ? undefined : { column: 'number', direction: 'ascending' }}
            tools={<FileLinks address={shown} />}
            empty={
              <EmptyState
                title={words('gap.emptyTitle')}
                action={
                  <LinkButton
                    href={withParams(address, Object.fromEntries(filterNames.gaps.map((name) => [name, null])))}
                  >
                    {words('gap.emptyAction')}
                  </LinkButton>
                }
              >
                <p>{isOpen === false ? words('gap.emptyClosed') : words('gap.emptyText')}</p>
              </EmptyState>
            }
          />
          <Pager
            previousHref={
              gaps.pageInfo.hasPreviousPage ? withParams(address, { before: gaps.pageInfo.startCursor }) : null
            }
            nextHref={gaps.pageInfo.hasNextPage ? withParams(address, { after: gaps.pageInfo.endCursor }) : null}
          />
        </Stack>
      </Split>
    </>
  )
}

/** Back from the gaps of a topic or stage to what there is on it. */
function ItemsHere({ view }: { view: GapListView }) {
  const words = useWords<Words>()
  const { topic, lifecycleStage } = view.filter
  if (!topic && !lifecycleStage) return null
  return (
    <p>
      <Link href={itemsAddress({ topic, lifecycleStage }, view.asOf)}>{words('gap.itemsHere')}</Link>
    </p>
  )
}

function columnsFor(words: Words): Column<GapRowFragment>[] {
  return [
    {
      id: 'number',
      header: words('gap.column.gap'),
      isRowHeader: true,
      isSortable: true,
      cell: (gap) => (
        <Sourced confidence={gap.provenance.confidence}>
          <GapLink gap={gap} />
        </Sourced>
      ),
    },
    {
      id: 'standing',
      header: words('gap.column.standing'),
      isSortable: true,
      cell: (gap) => <StandingChip standing={gap.standing} />,
    },
    {
      id: 'priority',
      header: words('gap.column.priority'),
      isSortable: true,
      cell: (gap) => <PriorityChip priority={gap.priority} />,
    },
    {
      id: 'coverage',
      header: words('gap.column.coverage'),
      cell: ({ coverage }) => (
        <DegreeChip
          degree={coverage.degree}
          title={coverage.weakestLink ? words.dynamic(`register.coverageWeakness.${coverage.weakestLink}`) : undefined}
        />
      ),
    },
    { id: 'who', header: words('gap.column.who'), cell: (gap) => <WhoCouldAct bodies={gap.bodies} /> },
    { id: 'work', header: words('gap.column.work'), cell: (gap) => <WorkUnderWay deliverables={gap.deliverables} /> },
    {
      id: 'topic',
      header: words('gap.facet.topic'),
      isHiddenAtFirst: true,
      cell: (gap) => <Terms list="topic" values={gap.topics} />,
    },
    {
      id: 'lifecycleStage',
      header: words('gap.facet.lifecycleStage'),
      isHiddenAtFirst: true,
      cell: (gap) => <Terms list="lifecycleStage" values={gap.lifecycleStages} />,
    },
  ]
}
