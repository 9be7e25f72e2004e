import { useLoaderData, useLocation } from 'react-router'
import type { BodyBranchFragment } from '#schema/generated/operations.js'
import { filterNames, writeBodyList } from '#schema/vocabulary/address.js'
import { BODY_KINDS } from '#schema/vocabulary/register.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import {
  Chip,
  Day,
  EmptyState,
  FilterForm,
  LinkButton,
  PageHeader,
  Split,
  Stack,
  useWords,
  withParams,
} from '../../ui/index.js'
import {
  AsOfNotice,
  BodyName,
  ChosenFilters,
  FacetGroup,
  fileAlternates,
  FileLinks,
  shownAddress,
  UnreadNotice,
} from '../parts/index.js'
import type { BodyListData } from './bodies.route.js'
import { tally, treeOf, type Tree } from './tree.js'

/** Bodies and committees as a tree, each with what it has in force, on the way, and which gaps it could act on. */
export function BodyList() {
  const words = useWords<Words>()
  const { pathname, search } = useLocation()
  const { view, bodies, mayEdit } = useLoaderData<BodyListData>()
  const address = pathname + search
  const shown = shownAddress(pathname, writeBodyList(view))
  const { search: sought, kind = [] } = view.filter
  const counts = BODY_KINDS.map((value) => ({
    value,
    label: null,
    count: bodies.filter((body) => body.kind === value).length,
  }))
  const chosen = [
    ...(sought
      ? [{ name: 'q', value: sought, label: words('fact.chosenFilter', { name: words('body.search'), label: sought }) }]
      : []),
    ...kind.map((value) => ({ name: 'kind', value, label: words.dynamic(`register.bodyKind.${value}`) })),
  ]
  return (
    <>
      <PageHead
        title={words('body.listTitle')}
        description={words('body.listLead')}
        canonical="/bodies"
        alternates={fileAlternates(words, shown)}
        isPrivate={search !== ''}
      />
      <PageHeader
        title={words('body.listTitle')}
        lead={words('body.listLead')}
        actions={mayEdit && <LinkButton href="/bodies/new">{words('body.new')}</LinkButton>}
      />
      <Split
        aside={
          <FilterForm
            address={address}
            label={words('body.filters')}
            search={words('body.search')}
            values={{ q: sought ? [sought] : [], kind }}
            summary={words('fact.filters', { count: chosen.length })}
            submit={words('fact.apply')}
          >
            <FacetGroup name="kind" list="bodyKind" label={words('body.kind')} counts={counts} chosen={kind} isOpen />
          </FilterForm>
        }
      >
        <Stack gap={4}>
          <AsOfNotice asOf={view.asOf} />
          <UnreadNotice unread={view.unread} />
          <ChosenFilters address={address} chosen={chosen} all={filterNames.bodies} />
          <div className="data-head">
            <span className="data-caption">{words('body.count', { count: bodies.length })}</span>
            <span className="data-tools">
              <FileLinks address={shown} />
            </span>
          </div>
          {bodies.length === 0 ? (
            <EmptyState
              title={words('body.emptyTitle')}
              action={
                <LinkButton href={withParams(address, { q: null, kind: null })}>{words('body.emptyAction')}</LinkButton>
              }
            >
              <p>{words('body.emptyText')}</p>
            </EmptyState>
          ) : (
            <Branches bodies={treeOf(bodies, words.locale)} />
          )}
        </Stack>
      </Split>
    </>
  )
}

function Branches({ bodies }: { bodies: readonly Tree<BodyBranchFragment>[] }) {
  return (
    <ul className="tree">
      {bodies.map((body) => (
        <li key={body.slug}>
          <Branch body={body} />
          {body.children.length > 0 && <Branches bodies={body.children} />}
        </li>
      ))}
    </ul>
  )
}

function Branch({ body }: { body: BodyBranchFragment }) {
  const words = useWords<Words>()
  const { inForce, inDevelopment } = tally(body.itemCounts)
  const gaps = body.gaps.filter(({ gap }) => gap.standing !== 'CLOSED').length
  const counts = [
    inForce > 0 && words('body.inForce', { count: inForce }),
    inDevelopment > 0 && words('body.inDevelopment', { count: inDevelopment }),
    gaps > 0 && words('body.gaps', { count: gaps }),
  ].filter(Boolean)
  return (
    <div className="branch">
      <span className="branch-name">
        <BodyName body={body} confidence={body.provenance.confidence} />{' '}
        {body.dissolvedOn && (
          <span className="fact-note">
            {words('body.dissolvedOn')} <Day on={body.dissolvedOn} />
          </span>
        )}
        {body.isExample && (
          <Chip tone="attention" shape="diamond">
            {words('body.example')}
          </Chip>
        )}
      </span>
      <span className="branch-counts">{counts.length > 0 ? counts.join(' · ') : words('body.nothing')}</span>
    </div>
  )
}
