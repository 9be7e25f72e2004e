import { useLoaderData, useLocation } from 'react-router'
import type { DeliverableListRowFragment } from '#schema/generated/operations.js'
import { deliverableStates, deliverableTypes } from '#schema/vocabulary/deliverables.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { fileAlternates, FileLinks, UnreadNotice } from '../../roadmap/parts/index.js'
import {
  CheckboxGroup,
  Chip,
  DataTable,
  Day,
  EmptyState,
  FilterForm,
  Link,
  LinkButton,
  Native,
  PageHeader,
  Pager,
  Split,
  Stack,
  Unconfirmed,
  useWords,
  withParams,
  type Column,
} from '../../ui/index.js'
import { deliverableHref, deliverablesHref } from './address.js'
import { DeliverableCrumbs } from './DeliverableCrumbs.js'
import type { DeliverableListData } from './deliverables.route.js'
import { deliverableMarks } from './marks.js'
import { milestoneName, Overdue, slipSaid } from './parts.js'

/** What a group plans to write, and how far it is. */
export function DeliverableList() {
  const words = useWords<Words>()
  const { pathname, search } = useLocation()
  const { group, deliverables, view } = useLoaderData<DeliverableListData>()
  const href = deliverablesHref(group)
  const name = group.acronym ?? group.name
  const { filter } = view
  const values = {
    q: filter.search === undefined ? [] : [filter.search],
    state: filter.state ?? [],
    type: filter.type ?? [],
    subgroup: (filter.subgroup ?? []).map(String),
    overdue: filter.isOverdue === undefined ? [] : [String(filter.isOverdue)],
  }
  const chosen = values.state.length + values.type.length + values.subgroup.length + values.overdue.length
  const isNarrow = chosen > 0 || values.q.length > 0
  const address = pathname + search
  const shown = withParams(address, { after: null })
  const mayPlan = group.deliverablesViewerMay.includes('EDIT')
  const plan = mayPlan && (
    <LinkButton href={`${href}/new`} kind="primary">
      {words('deliverable.new')}
    </LinkButton>
  )
  return (
    <>
      <PageHead
        title={`${words('deliverable.listTitle')} · ${name}`}
        description={words('deliverable.listDescription', { group: group.name })}
        canonical={href}
        alternates={fileAlternates(words, shown)}
        isPrivate={search !== '' || group.visibility !== 'PUBLIC' || group.isExample}
      />
      <DeliverableCrumbs group={group} />
      <PageHeader
        eyebrow={name}
        title={words('deliverable.listTitle')}
        lead={words('deliverable.listLead', { count: deliverables.totalCount })}
        actions={plan}
      />
      <Split
        aside={
          <FilterForm
            address={address}
            label={words('deliverable.filters')}
            search={words('deliverable.search')}
            placeholder={words('deliverable.searchExample')}
            values={values}
            summary={words('deliverable.filtersHead', { count: chosen })}
            submit={words('deliverable.apply')}
          >
            <CheckboxGroup
              isCompact
              name="state"
              label={words('deliverable.filterState')}
              defaultValues={values.state}
              choices={deliverableStates.map((value) => ({ value, label: words(`deliverable.state.${value}`) }))}
            />
            {group.subgroups.length > 0 && (
              <CheckboxGroup
                isCompact
                name="subgroup"
                label={words('deliverable.filterSubgroup')}
                defaultValues={values.subgroup}
                choices={group.subgroups.map(({ number }) => ({
                  value: String(number),
                  label: words('group.subgroup', { number }),
                }))}
              />
            )}
            <CheckboxGroup
              isCompact
              name="overdue"
              label={words('deliverable.filterOverdue')}
              defaultValues={values.overdue}
              choices={[{ value: 'true', label: words('deliverable.overdueOnly') }]}
            />
            <CheckboxGroup
              isCompact
              name="type"
              label={words('deliverable.filterType')}
              defaultValues={values.type}
              choices={deliverableTypes.map((value) => ({ value, label: words(`deliverable.type.${value}`) }))}
            />
          </FilterForm>
        }
      >
        <Stack>
          <UnreadNotice unread={view.unread} />
          <DataTable
            caption={words('deliverable.listTitle')}
            isCaptionHidden
            isMain
            columns={columnsFor(words, group)}
            rows={deliverables.nodes}
            rowKey={({ id }) => id}
            tools={<FileLinks address={shown} />}
            empty={
              isNarrow ? (
                <EmptyState title={words('deliverable.noneSo')}>{words('deliverable.noneSoText')}</EmptyState>
              ) : (
                <EmptyState title={words('deliverable.none')} action={plan}>
                  {words('deliverable.noneText')}
                </EmptyState>
              )
            }
          />
          <Pager
            previousHref={view.after === null ? null : withParams(address, { after: null })}
            nextHref={
              deliverables.pageInfo.hasNextPage ? withParams(address, { after: deliverables.pageInfo.endCursor }) : null
            }
          />
        </Stack>
      </Split>
    </>
  )
}

const columnsFor = (words: Words, group: { slug: string }): Column<DeliverableListRowFragment>[] => [
  {
    id: 'title',
    header: words('deliverable.title'),
    isRowHeader: true,
    isLong: true,
    cell: (row) => {
      const link = (
        <Link href={deliverableHref(group, row)} dir="auto">
          {row.title}
        </Link>
      )
      const more = [
        row.type === 'UNKNOWN' ? null : words(`deliverable.type.${row.type}`),
        row.subgroup && words('group.subgroup', { number: row.subgroup.number }),
      ]
      return (
        <>
          {row.code && <Native>{row.code}</Native>}{' '}
          {row.provenance.confidence === 'MEMORY' ? <Unconfirmed>{link}</Unconfirmed> : link}
          <span className="block soft weak">{more.filter(Boolean).join(' · ')}</span>
        </>
      )
    },
  },
  {
    id: 'state',
    header: words('deliverable.state'),
    cell: ({ state }) => <Chip {...deliverableMarks[state]}>{words(`deliverable.state.${state}`)}</Chip>,
  },
  {
    id: 'next',
    header: words('deliverable.next'),
    cell: ({ nextMilestone }) =>
      nextMilestone ? (
        <>
          {milestoneName(nextMilestone, words)}, <Day on={nextMilestone.plannedOn} />{' '}
          {nextMilestone.isOverdue && <Overdue />}
          <span className="block soft">{slipSaid(nextMilestone, words)}</span>
        </>
      ) : (
        <span className="soft">{words('deliverable.noNext')}</span>
      ),
  },
  {
    id: 'editors',
    header: words('deliverable.editors'),
    cell: ({ editors }) =>
      editors
        .filter(({ isCurrent }) => isCurrent)
        .map(({ person }) => person.name ?? words('deliverable.former'))
        .join(', '),
  },
]
