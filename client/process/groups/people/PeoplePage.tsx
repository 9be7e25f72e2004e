import { useLoaderData } from 'react-router'
import type { RoleRowFragment } from '#schema/generated/operations.js'
import { formatDay } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import {
  Button,
  DataTable,
  DateField,
  Day,
  EmptyState,
  Form,
  Link,
  LinkButton,
  Section,
  Stack,
  Unknown,
  useWords,
  VisuallyHidden,
  type Column,
} from '../../../ui/index.js'
import { dayIn } from '../../deadlines/index.js'
import { GroupHead, groupHref } from '../manage/GroupHead.js'
import { RoleTable } from '../Roles.js'
import { thenAndNow } from '../roles-then-and-now.js'
import type { PeopleData } from './people.route.js'

type Participant = PeopleData['group']['participants'][number]

/** Who takes part, today or on a chosen day; who is in office, and who was. */
export function PeoplePage() {
  const words = useWords<Words>()
  const { group, on, now } = useLoaderData<PeopleData>()
  const mayManage = group.viewerMay.includes('MANAGE_ROLES')
  const offices = group.roles.filter(({ role }) => role !== 'PARTICIPANT' && role !== 'CONTRIBUTOR')
  const held = thenAndNow(offices)
  const href = groupHref(group)
  const end = mayManage
    ? (role: RoleRowFragment) =>
        role.isCurrent && (
          <Link href={`${href}/people/${role.id}/end`}>
            {words('people.end')}
            <VisuallyHidden>{` ${role.person.name ?? ''}`}</VisuallyHidden>
          </Link>
        )
    : undefined
  return (
    <>
      <GroupHead
        group={group}
        title={words('people.title')}
        lead={words('people.lead')}
        canonical="people"
        actions={
          <>
            {mayManage && (
              <LinkButton href={`${href}/people/give`} kind="primary">
                {words('people.give')}
              </LinkButton>
            )}
            <LinkButton href={`${href}/working-groups`}>{words('group.subgroups')}</LinkButton>
          </>
        }
      />
      <Participants group={group} on={on} today={dayIn(now, group.deadlineZone)} />
      <Section id="offices" title={words('people.offices')} note={words('group.rolesNote')}>
        {offices.length === 0 ? (
          <EmptyState title={words('group.noRoles')}>{words('group.noRolesText')}</EmptyState>
        ) : (
          <Stack gap={6}>
            {held.now.length > 0 && (
              <div>
                <h3>{words('group.now')}</h3>
                <RoleTable caption={words('group.now')} roles={held.now} action={end} />
              </div>
            )}
            {held.then.length > 0 && (
              <div>
                <h3>{words('group.then')}</h3>
                <RoleTable caption={words('group.then')} roles={held.then} />
              </div>
            )}
          </Stack>
        )}
      </Section>
    </>
  )
}

function Participants({ group, on, today }: Pick<PeopleData, 'group' | 'on'> & { today: string }) {
  const words = useWords<Words>()
  const href = `${groupHref(group)}/people`
  const day = on || today
  const mayManage = group.viewerMay.includes('MANAGE_ROLES')
  const name = ({ person }: Participant) =>
    person.name ? <span dir="auto">{person.name}</span> : <Unknown>{words('group.erased')}</Unknown>
  const columns: Column<Participant>[] = [
    { id: 'person', header: words('group.person'), isRowHeader: true, cell: name },
    {
      id: 'affiliation',
      header: words('group.affiliation'),
      cell: ({ roles }) => {
        const labels = [...new Set(roles.flatMap(({ affiliation }) => (affiliation ? [affiliation.label] : [])))]
        return labels.length > 0 ? <span dir="auto">{labels.join('; ')}</span> : <Unknown />
      },
    },
    {
      id: 'country',
      header: words('people.country'),
      cell: ({ roles }) => roles.find(({ affiliation }) => affiliation?.country)?.affiliation?.country ?? '',
    },
    {
      id: 'roles',
      header: words('people.as'),
      cell: ({ roles, person }) =>
        roles.map(({ id, role, isActing, subgroup }) => (
          <span key={id} className="block">
            {words('group.roleIn', {
              role: words(`group.role.${role}`),
              isActing: String(isActing),
              number: subgroup?.number ?? 0,
            })}
            {mayManage && day === today && (
              <>
                {' '}
                <Link href={`${href}/${id}/end`} className="no-print soft">
                  {words('people.end')}
                  <VisuallyHidden>{` ${person.name ?? ''}`}</VisuallyHidden>
                </Link>
              </>
            )}
          </span>
        )),
    },
    {
      id: 'since',
      header: words('group.from'),
      cell: ({ roles }) => {
        const first = roles.map(({ from }) => from).sort()[0]
        return first ? <Day on={first} /> : <Unknown />
      },
    },
  ]
  return (
    <Section
      id="participants"
      title={words('people.participants')}
      note={words('people.onDay', { day: formatDay(day, words), count: group.participants.length })}
      actions={
        <LinkButton size="small" href={`${groupHref(group)}/participants.csv${on && `?on=${on}`}`} download>
          {words('people.csv')}
        </LinkButton>
      }
    >
      <Stack gap={4}>
        <div className="no-print">
          <Form
            id="on-day"
            method="get"
            action={href}
            actions={<Button type="submit">{words('people.showDay')}</Button>}
          >
            <DateField key={day} name="on" label={words('people.day')} defaultValue={day} />
          </Form>
        </div>
        <DataTable
          caption={words('people.participants')}
          isCaptionHidden
          columns={columns}
          rows={group.participants}
          rowKey={({ person }) => person.id}
          empty={<EmptyState title={words('people.nobody')}>{words('people.nobodyText')}</EmptyState>}
        />
      </Stack>
    </Section>
  )
}
