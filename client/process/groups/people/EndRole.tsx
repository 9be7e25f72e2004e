import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { ChangeForm } from '../../../roadmap/parts/index.js'
import { DateField, Section, useWords } from '../../../ui/index.js'
import { dayIn } from '../../deadlines/index.js'
import { GroupHead, groupHref } from '../manage/GroupHead.js'
import { RoleTable } from '../Roles.js'
import type { EndRoleData } from './people.route.js'

/** Ends a role on a day, or changes the day on which it ended. */
export function EndRole() {
  const words = useWords<Words>()
  const { group, role, now } = useLoaderData<EndRoleData>()
  const href = `${groupHref(group)}/people`
  const title = words('people.endTitle')
  return (
    <>
      <GroupHead
        group={group}
        title={title}
        lead={words('people.endLead')}
        parent={{ label: words('people.title'), href }}
      />
      <Section id="role" title={words('people.asItStands')}>
        <RoleTable caption={words('people.asItStands')} roles={[role]} />
      </Section>
      <ChangeForm name="end" send={title} backTo={href} revision={role.revision}>
        <DateField
          name="to"
          label={words('people.to')}
          hint={words('people.endHint')}
          defaultValue={role.to ?? dayIn(now, group.deadlineZone)}
          isRequired
        />
      </ChangeForm>
    </>
  )
}
