import { useLoaderData, useLocation } from 'react-router'
import { decisionFilterNames, writeDecisions, type DecisionsView } from '#schema/vocabulary/decision-address.js'
import { subjectKinds } from '#schema/vocabulary/decisions.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import {
  ChosenFilters,
  fileAlternates,
  FileLinks,
  shownAddress,
  UnreadNotice,
  type ChosenFilter,
} from '../../roadmap/parts/index.js'
import {
  CheckboxGroup,
  EmptyState,
  FilterForm,
  LinkButton,
  PageHeader,
  Pager,
  Split,
  Stack,
  useWords,
  withParams,
} from '../../ui/index.js'
import type { DecisionListData } from './decisions.route.js'
import { consensusListHref, decisionsHref, DecisionTable, GroupCrumbs, reservationsHref } from './parts/index.js'

/** What a group decided, the latest first, narrowed by what the address says. */
export function DecisionList() {
  const words = useWords<Words>()
  const { pathname, search } = useLocation()
  const { group, view, decisions } = useLoaderData<DecisionListData>()
  const address = pathname + search
  const { nodes, totalCount, kinds, pageInfo } = decisions
  const name = group.acronym ?? group.name
  const title = words('decision.listTitle', { group: name })
  const asked = writeDecisions(view)
  const shown = shownAddress(pathname, asked)
  const values = Object.fromEntries(decisionFilterNames.map((one) => [one, asked.getAll(one)]))
  const chosen = chosenIn(words, view)
  const isNarrowed = asked.size > 0
  const count = words('decision.count', { count: totalCount })
  const may = group.decisionsViewerMay
  return (
    <>
      <PageHead
        title={title}
        description={words('decision.listLead')}
        canonical={decisionsHref(group)}
        alternates={fileAlternates(words, shown)}
        isPrivate={group.visibility !== 'PUBLIC' || group.isExample || search !== ''}
      />
      <GroupCrumbs group={group} crumbs={[{ label: words('decision.title') }]} />
      <PageHeader
        eyebrow={name}
        title={words('decision.title')}
        lead={words('decision.listLead')}
        actions={
          <>
            <LinkButton href={consensusListHref(group)}>{words('consensus.title')}</LinkButton>
            <LinkButton href={reservationsHref(group)}>{words('decision.toReservations')}</LinkButton>
            {may.includes('RECORD') && (
              <LinkButton href={`${decisionsHref(group)}/new`} kind="primary">
                {words('decision.record')}
              </LinkButton>
            )}
          </>
        }
      />
      <Split
        aside={
          <FilterForm
            address={address}
            label={words('decision.filters')}
            search={words('decision.search')}
            values={values}
            summary={words('fact.filters', { count: chosen.length })}
            submit={words('fact.apply')}
          >
            <Facets />
          </FilterForm>
        }
      >
        <Stack gap={4}>
          <UnreadNotice unread={view.unread} />
          <ChosenFilters address={address} chosen={chosen} all={decisionFilterNames} />
          <DecisionTable
            isMain
            group={group}
            decisions={nodes}
            caption={count}
            empty={
              isNarrowed ? (
                <EmptyState title={words('decision.noneFound')}>{words('decision.noneFoundText')}</EmptyState>
              ) : (
                <EmptyState title={words('decision.none')}>{words('decision.noneText')}</EmptyState>
              )
            }
          />
          {(pageInfo.hasNextPage || pageInfo.hasPreviousPage) && (
            <Pager
              summary={count}
              previousHref={
                pageInfo.hasPreviousPage
                  ? withParams(address, { before: pageInfo.startCursor, after: null })
                  : undefined
              }
              nextHref={
                pageInfo.hasNextPage ? withParams(address, { after: pageInfo.endCursor, before: null }) : undefined
              }
            />
          )}
          <FileLinks address={shown} />
        </Stack>
      </Split>
    </>
  )

  function Facets() {
    return (
      <>
        <CheckboxGroup
          name="kind"
          label={words('decision.facet.kind')}
          isCompact
          defaultValues={view.kind}
          choices={kinds
            .filter(({ kind, count: many }) => many > 0 || view.kind.includes(kind))
            .map(({ kind, count: many }) => ({ value: kind, label: words(`decision.kind.${kind}`), count: many }))}
        />
        <CheckboxGroup
          name="reversed"
          label={words('decision.facet.standing')}
          isCompact
          defaultValues={view.isReversed === null ? [] : [String(view.isReversed)]}
          choices={(['false', 'true'] as const).map((value) => ({ value, label: words(`decision.standing.${value}`) }))}
        />
        <CheckboxGroup
          name="reservations"
          label={words('decision.facet.held')}
          isCompact
          defaultValues={view.hasReservations === null ? [] : [String(view.hasReservations)]}
          choices={(['true', 'false'] as const).map((value) => ({
            value,
            label: words(`decision.reservations.${value}`),
          }))}
        />
        <CheckboxGroup
          name="subject"
          label={words('decision.facet.subject')}
          isCompact
          defaultValues={view.subject}
          choices={subjectKinds.map((value) => ({ value, label: words(`decision.subjectKind.${value}`) }))}
        />
      </>
    )
  }
}

const chosenIn = (words: Words, view: DecisionsView): ChosenFilter[] => [
  ...view.kind.map((value) => ({ name: 'kind', value, label: words(`decision.kind.${value}`) })),
  ...view.subject.map((value) => ({ name: 'subject', value, label: words(`decision.subjectKind.${value}`) })),
  ...(view.meeting === null
    ? []
    : [
        {
          name: 'meeting',
          value: String(view.meeting),
          label: words('decision.meetingNumber', { number: view.meeting }),
        },
      ]),
  ...(view.isReversed === null
    ? []
    : [
        {
          name: 'reversed',
          value: String(view.isReversed),
          label: words(view.isReversed ? 'decision.standing.true' : 'decision.standing.false'),
        },
      ]),
  ...(view.hasReservations === null
    ? []
    : [
        {
          name: 'reservations',
          value: String(view.hasReservations),
          label: words(view.hasReservations ? 'decision.reservations.true' : 'decision.reservations.false'),
        },
      ]),
]
