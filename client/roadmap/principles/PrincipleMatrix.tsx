import { useLocation } from 'react-router'
import { filterNames, writeItemList } from '#schema/vocabulary/address.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import {
  EmptyState,
  LinkButton,
  Matrix,
  Notice,
  PageHeader,
  Pager,
  Split,
  Stack,
  useWords,
  withParams,
} from '../../ui/index.js'
import {
  AsOfNotice,
  assessmentLook,
  ChosenFilters,
  chosenFacets,
  FacetForm,
  FileLinks,
  UnreadNotice,
} from '../parts/index.js'
import { columnsOf, rowOf } from './matrix-cells.js'
import { PrincipleViews } from './PrincipleViews.js'
import type { PrincipleMatrixData } from './principles.route.js'

const facets = [
  { name: 'topic', list: 'topic', isOpen: true },
  { name: 'body', list: 'body' },
  { name: 'state', list: 'itemState' },
  { name: 'type', list: 'itemType' },
] as const

const said = ['MEETS', 'PARTLY', 'DOES_NOT'] as const

/** Items against principles: how each item that the filters leave stands against each principle that holds. */
export function PrincipleMatrix({ view, matrix, twin }: PrincipleMatrixData) {
  const words = useWords<Words>()
  const { pathname, search } = useLocation()
  const address = pathname + search
  const { items, itemFacets } = matrix
  const columns = columnsOf(matrix.principles.nodes)
  const asked = writeItemList({ ...view, sort: null, after: null, before: null, asOf: null })
  const { values, chosen } = chosenFacets(words, 'item', facets, asked, itemFacets)
  const file = writeItemList({ ...view, after: null, before: null }).toString()
  return (
    <>
      <PageHead
        title={words('principle.matrixTitle')}
        description={words('principle.matrixLead')}
        canonical="/principles"
        isPrivate
      />
      <PageHeader title={words('principle.matrixTitle')} lead={words('principle.matrixLead')} />
      <PrincipleViews current="matrix" asOf={view.asOf} />
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
          {items.nodes.length === 0 || columns.length === 0 ? (
            <EmptyState
              title={words(columns.length === 0 ? 'principle.emptyTitle' : 'item.emptyTitle')}
              action={<LinkButton href="/principles?view=matrix">{words('item.emptyAction')}</LinkButton>}
            >
              <p>{words(columns.length === 0 ? 'principle.emptyText' : 'item.emptyText')}</p>
            </EmptyState>
          ) : (
            <>
              {items.nodes.every(({ stands }) => stands.length === 0) && (
                <Notice title={words('principle.nothingAssessed')}>{words('principle.nothingAssessedText')}</Notice>
              )}
              <Matrix
                caption={words('principle.matrixCaption', {
                  items: words('item.count', { count: items.totalCount }),
                  principles: words('principle.count', { count: columns.length }),
                })}
                rowKind={words('item.column.designation')}
                columnKind={words('principle.one')}
                measures={said.map((assessment) => ({
                  id: assessment,
                  label: words(`register.assessment.${assessment}`),
                  shape: assessmentLook[assessment].shape,
                }))}
                marks={words('principle.how')}
                columns={columns}
                rows={items.nodes.map((item) => rowOf(words, item, columns))}
                view={twin}
                addresses={{
                  matrix: withParams(address, { as: null }),
                  table: withParams(address, { as: 'table' }),
                }}
                legend={words('principle.matrixLegend')}
              />
              <Pager
                previousHref={
                  items.pageInfo.hasPreviousPage ? withParams(address, { before: items.pageInfo.startCursor }) : null
                }
                nextHref={items.pageInfo.hasNextPage ? withParams(address, { after: items.pageInfo.endCursor }) : null}
              />
              <FileLinks address={file ? `/principles/matrix?${file}` : '/principles/matrix'} hasNews={false} />
            </>
          )}
        </Stack>
      </Split>
    </>
  )
}
