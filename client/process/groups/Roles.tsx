import type { ReactNode } from 'react'
import type { RoleRowFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import {
  DataTable,
  Day,
  EmptyState,
  LinkButton,
  Section,
  Stack,
  Unknown,
  useWords,
  type Column,
} from '../../ui/index.js'
import { thenAndNow } from './roles-then-and-now.js'

/** Who holds an office now and who held it then, each with the affiliation of that time. */
export function Roles({ roles, href }: { roles: readonly RoleRowFragment[]; href: string }) {
  const words = useWords<Words>()
  const { now, then } = thenAndNow(roles)
  return (
    <Section
      id="roles"
      title={words('group.roles')}
      note={words('group.rolesNote')}
      actions={
        <LinkButton size="small" href={href}>
          {words('group.allPeople')}
        </LinkButton>
      }
    >
      {roles.length === 0 ? (
        <EmptyState title={words('group.noRoles')}>{words('group.noRolesText')}</EmptyState>
      ) : (
        <Stack gap={6}>
          {now.length > 0 && (
            <div>
              <h3>{words('group.now')}</h3>
              <RoleTable caption={words('group.now')} roles={now} />
            </div>
          )}
          {then.length > 0 && (
            <div>
              <h3>{words('group.then')}</h3>
              <RoleTable caption={words('group.then')} roles={then} />
            </div>
          )}
        </Stack>
      )}
    </Section>
  )
}

/** Roles with their holders and days; `action` ends a row with what can be done about it. */
export function RoleTable({
  caption,
  roles,
  action,
}: {
  caption: string
  roles: readonly RoleRowFragment[]
  action?: (role: RoleRowFragment) => ReactNode
}) {
  const words = useWords<Words>()
  const columns: Column<RoleRowFragment>[] = [
    {
      id: 'person',
      header: words('group.person'),
      isRowHeader: true,
      cell: ({ person }) =>
        person.name ? <span dir="auto">{person.name}</span> : <Unknown>{words('group.erased')}</Unknown>,
    },
    {
      id: 'role',
      header: words('group.office'),
      cell: ({ role, isActing, subgroup }) =>
        words('group.roleIn', {
          role: words.dynamic(`group.role.${role}`),
          isActing: String(isActing),
          number: subgroup?.number ?? 0,
        }),
    },
    {
      id: 'affiliation',
      header: words('group.affiliation'),
      cell: ({ affiliation }) =>
        affiliation ? (
          <span dir="auto">
            {affiliation.country && !affiliation.label.includes(affiliation.country)
              ? `${affiliation.label}, ${affiliation.country}`
              : affiliation.label}
          </span>
        ) : (
          <Unknown />
        ),
    },
    { id: 'from', header: words('group.from'), cell: ({ from }) => (from ? <Day on={from} /> : <Unknown />) },
    {
      id: 'to',
      header: words('group.to'),
      cell: ({ to, isCurrent }) =>
        to ? <Day on={to} /> : isCurrent ? <span className="soft">{words('group.today')}</span> : <Unknown />,
    },
  ]
  if (action) columns.push({ id: 'action', header: words('group.action'), cell: action })
  return <DataTable caption={caption} isCaptionHidden columns={columns} rows={roles} rowKey={({ id }) => id} />
}
