import { useLocation } from 'react-router'
import type { PrintedParticipantFragment, RegistrationPageQuery } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { DataTable, EmptyState, Pager, Section, useWords, withParams, type Column } from '../../ui/index.js'

type List = NonNullable<NonNullable<RegistrationPageQuery['meeting']>['registration']>['participants']

/** The printed list: those who agreed. */
export function Participants({ list }: { list: List }) {
  const words = useWords<Words>()
  const { pathname, search } = useLocation()
  const count = words('registration.participantCount', { count: list.totalCount })
  const { hasNextPage, endCursor } = list.pageInfo
  return (
    <Section id="participants" title={words('registration.participants')} note={words('registration.participantsNote')}>
      <DataTable
        caption={count}
        columns={columnsFor(words)}
        rows={list.nodes}
        rowKey={({ person }) => person.id}
        empty={
          <EmptyState title={words('registration.noParticipants')}>
            {words('registration.noParticipantsText')}
          </EmptyState>
        }
      />
      {hasNextPage && <Pager summary={count} nextHref={withParams(pathname + search, { after: endCursor })} />}
    </Section>
  )
}

const columnsFor = (words: Words): Column<PrintedParticipantFragment>[] => [
  {
    id: 'name',
    header: words('registration.name'),
    isRowHeader: true,
    cell: ({ person }) => <bdi>{person.name ?? words('fact.erased')}</bdi>,
  },
  {
    id: 'affiliation',
    header: words('registration.affiliation'),
    cell: ({ affiliation }) => <span dir="auto">{affiliation ?? '–'}</span>,
  },
  {
    id: 'country',
    header: words('registration.country'),
    cell: ({ country }) => <span dir="auto">{country ?? '–'}</span>,
  },
  { id: 'mode', header: words('registration.modeHead'), cell: ({ mode }) => words(`registration.modeIs.${mode}`) },
]
