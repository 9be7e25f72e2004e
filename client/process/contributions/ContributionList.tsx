import { useLoaderData } from 'react-router'
import type { ContributionRowFragment } from '#schema/generated/operations.js'
import { contributionHref, contributionsHref, writeContributions } from '#schema/vocabulary/contribution-address.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { LiveNotice } from '../../common/activity/index.js'
import {
  ChosenFilters,
  FacetGroup,
  fileAlternates,
  FileLinks,
  newsAlternate,
  NewsLink,
  shownAddress,
  UnreadNotice,
  type ChosenFilter,
} from '../../roadmap/parts/index.js'
import {
  DataTable,
  EmptyState,
  FilterForm,
  formatInstant,
  Link,
  LinkButton,
  PageHeader,
  Pager,
  Split,
  Stack,
  useWords,
  withParams,
  type Column,
} from '../../ui/index.js'
import { LateRevisionChip } from '../document-list/index.js'
import type { ContributionListData } from './contributions.route.js'
import { ContributionCrumbs, helpersNamed, PhaseChip, sourceNames } from './marks.js'
import { purposeWord } from './purpose-word.js'

const parameters = ['q', 'phase', 'meeting', 'purpose', 'source']

/** All contributions of a group: what is there, what it can be narrowed by, and how one hands in another. */
export function ContributionList() {
  const words = useWords<Words>()
  const data = useLoaderData<ContributionListData>()
  const { group, view, contributions, isSignedIn } = data
  const { startCursor, endCursor, hasNextPage, hasPreviousPage } = contributions.pageInfo
  const name = group.acronym ?? group.name
  const here = contributionsHref(group.slug)
  const shown = shownAddress(here, writeContributions(view))
  const count = words('contribution.count', { count: contributions.totalCount })
  const chosen = chosenIn(words, data)
  return (
    <>
      <PageHead
        title={`${words('contribution.title')}, ${name}`}
        description={words('contribution.description', { group: group.name })}
        canonical={here}
        alternates={[...fileAlternates(words, shown, false), newsAlternate(words, here)]}
        isPrivate={group.visibility !== 'PUBLIC' || group.isExample || chosen.length > 0}
      />
      <ContributionCrumbs group={group} />
      <PageHeader
        eyebrow={name}
        title={words('contribution.title')}
        lead={words('contribution.lead', { group: name })}
        actions={
          group.viewerMayContribute && (
            <LinkButton href={`${here}/new`} kind="primary">
              {words('contribution.new')}
            </LinkButton>
          )
        }
      />
      <LiveNotice group={group.slug} />
      <Stack gap={4}>
        <UnreadNotice unread={view.unread} />
        <Split
          aside={
            <FilterForm
              address={shown}
              label={words('contribution.searchLabel')}
              search={words('contribution.search')}
              values={{
                q: view.search ? [view.search] : [],
                phase: view.phase,
                meeting: view.meeting === null ? [] : [String(view.meeting)],
                purpose: view.purpose,
                source: view.source,
              }}
              summary={words('contribution.filters')}
              submit={words('contribution.apply')}
            >
              <Facets />
            </FilterForm>
          }
        >
          <Stack gap={4}>
            <ChosenFilters address={shown} chosen={chosen} all={parameters} />
            <DataTable
              isMain
              caption={count}
              rows={contributions.nodes}
              rowKey={({ id }) => id}
              columns={columnsFor(words, group)}
              tools={
                <>
                  <FileLinks address={shown} hasNews={false} /> <NewsLink address={here} />
                </>
              }
              empty={
                chosen.length > 0 ? (
                  <EmptyState title={words('contribution.noneFound')}>{words('contribution.noneFoundText')}</EmptyState>
                ) : (
                  <EmptyState
                    title={words('contribution.none')}
                    action={
                      group.viewerMayContribute && (
                        <LinkButton href={`${here}/new`} kind="primary">
                          {words('contribution.new')}
                        </LinkButton>
                      )
                    }
                  >
                    {words('contribution.noneText')}
                  </EmptyState>
                )
              }
            />
            {(hasNextPage || hasPreviousPage) && (
              <Pager
                summary={count}
                previousHref={hasPreviousPage ? withParams(shown, { before: startCursor, after: null }) : undefined}
                nextHref={hasNextPage ? withParams(shown, { after: endCursor, before: null }) : undefined}
              />
            )}
            {!group.viewerMayContribute && <p className="soft">{whomToAsk()}</p>}
          </Stack>
        </Split>
      </Stack>
    </>
  )

  function whomToAsk() {
    if (!isSignedIn) {
      return <Link href={`/sign-in?to=${encodeURIComponent(here)}`}>{words('contribution.signInToContribute')}</Link>
    }
    return helpersNamed(words, group.contributionHelpers)
  }

  function Facets() {
    const { phase, meeting, purpose, source } = contributions.facets
    return (
      <>
        <FacetGroup
          name="phase"
          list="phase"
          label={words('contribution.column.stand')}
          counts={phase.map((one) => ({ ...one, label: words.dynamic(`contribution.phase.${one.value}`) }))}
          chosen={view.phase}
          isOpen
        />
        <FacetGroup
          name="meeting"
          list="meeting"
          label={words('contribution.column.meeting')}
          counts={meeting.map((one) => ({
            ...one,
            label: words('contribution.ordinal', { number: Number(one.value) }),
          }))}
          chosen={view.meeting === null ? [] : [String(view.meeting)]}
        />
        <FacetGroup
          name="purpose"
          list="purpose"
          label={words('contribution.column.for')}
          counts={purpose.map((one) => ({ ...one, label: purposeWord(words, one.value) }))}
          chosen={view.purpose}
        />
        <FacetGroup
          name="source"
          list="source"
          label={words('contribution.column.source')}
          counts={source.map((one) => ({ ...one, label: one.value }))}
          chosen={view.source}
        />
      </>
    )
  }
}

function chosenIn(words: Words, { view }: ContributionListData): ChosenFilter[] {
  const said = (name: string, what: string, value: string, label: string) => ({
    name,
    value,
    label: words('fact.chosenFilter', { name: what, label }),
  })
  return [
    ...(view.search ? [said('q', words('contribution.search'), view.search, view.search)] : []),
    ...view.phase.map((one) =>
      said('phase', words('contribution.column.stand'), one, words(`contribution.phase.${one}`)),
    ),
    ...(view.meeting === null
      ? []
      : [
          said(
            'meeting',
            words('contribution.column.meeting'),
            String(view.meeting),
            words('contribution.ordinal', { number: view.meeting }),
          ),
        ]),
    ...view.purpose.map((one) => said('purpose', words('contribution.column.for'), one, purposeWord(words, one))),
    ...view.source.map((one) => said('source', words('contribution.column.source'), one, one)),
  ]
}

const columnsFor = (words: Words, group: ContributionListData['group']): Column<ContributionRowFragment>[] => [
  {
    id: 'number',
    header: words('contribution.column.number'),
    isRowHeader: true,
    isUnbroken: true,
    cell: ({ number, citedAs }) => <Link href={contributionHref(group.slug, number)}>{citedAs}</Link>,
  },
  { id: 'title', header: words('contribution.column.title'), isLong: true, cell: ({ title }) => <bdi>{title}</bdi> },
  {
    id: 'source',
    header: words('contribution.column.source'),
    cell: (row) => <bdi>{sourceNames(row).join(', ')}</bdi>,
  },
  {
    id: 'for',
    header: words('contribution.column.for'),
    cell: ({ purposes }) => purposes.map((one) => purposeWord(words, one)).join(', '),
  },
  {
    id: 'meeting',
    header: words('contribution.column.meeting'),
    cell: ({ meeting }) =>
      meeting ? (
        <Link href={`/groups/${group.slug}/meetings/${meeting.number}`}>
          {words('contribution.ordinal', { number: meeting.number })}
        </Link>
      ) : (
        words('contribution.anyTime')
      ),
  },
  {
    id: 'stand',
    header: words('contribution.column.stand'),
    cell: ({ phase, isRevisedLate }) => (
      <>
        <PhaseChip phase={phase} /> {isRevisedLate && <LateRevisionChip />}
      </>
    ),
  },
  {
    id: 'handedIn',
    header: words('contribution.column.handedIn'),
    isUnbroken: true,
    cell: ({ submittedAt }) =>
      submittedAt ? (
        formatInstant(submittedAt, group.deadlineZone, words.locale, 'date')
      ) : (
        <span className="soft">{words('contribution.notYet')}</span>
      ),
  },
]
