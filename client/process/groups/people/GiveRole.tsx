import { useLoaderData } from 'react-router'
import { groupRoleKinds } from '#schema/vocabulary/groups.js'
import type { Words } from '#schema/words/index.js'
import { ChangeForm } from '../../../roadmap/parts/index.js'
import { Checkbox, DateField, Section, Select, Stack, TextField, useWords } from '../../../ui/index.js'
import { dayIn } from '../../deadlines/index.js'
import { GroupHead, groupHref } from '../manage/GroupHead.js'
import { knownPeople } from './known-people.js'
import type { GiveRoleData } from './people.route.js'

/** Gives somebody a role: one who is known here, one with an account, or somebody new by name. */
export function GiveRole() {
  const words = useWords<Words>()
  const { group, idempotencyKey, now } = useLoaderData<GiveRoleData>()
  const href = `${groupHref(group)}/people`
  const title = words('people.give')
  return (
    <>
      <GroupHead
        group={group}
        title={title}
        lead={words('people.giveLead')}
        parent={{ label: words('people.title'), href }}
      />
      <ChangeForm name="give" send={title} backTo={href} idempotencyKey={idempotencyKey} ticks={['isActing']}>
        <Section id="who" title={words('people.who')} note={words('people.whoNote')} level={2}>
          <Stack gap={6}>
            <Select
              name="person"
              label={words('people.known')}
              placeholder={words('people.choose')}
              options={knownPeople(group.roles).map(({ value, name, affiliation }) => ({
                value,
                label: affiliation ? words('people.under', { name, affiliation }) : name,
              }))}
            />
            <TextField
              name="account"
              label={words('people.account')}
              hint={words('people.accountHint')}
              type="email"
              dir="ltr"
              autoComplete="off"
            />
            <TextField name="newName" label={words('people.newName')} maxLength={200} autoComplete="off" />
            <div className="side-by-side">
              <TextField
                name="newAffiliation"
                label={words('people.newAffiliation')}
                maxLength={300}
                autoComplete="off"
              />
              <TextField name="newCountry" label={words('people.newCountry')} maxLength={100} autoComplete="off" />
            </div>
          </Stack>
        </Section>
        <Section id="what" title={words('people.what')} level={2}>
          <Stack gap={6}>
            <Select
              name="role"
              label={words('people.role')}
              options={groupRoleKinds.map((value) => ({ value, label: words(`group.role.${value}`) }))}
              defaultValue="PARTICIPANT"
            />
            <Checkbox name="isActing" label={words('people.acting')} hint={words('people.actingHint')} />
            {group.subgroups.length > 0 && (
              <Select
                name="subgroup"
                label={words('people.where')}
                placeholder={words('people.wholeGroup')}
                options={group.subgroups.map(({ id, number, title: name }) => ({
                  value: id,
                  label: words('people.subgroupChoice', { number, title: name }),
                }))}
              />
            )}
            <div className="side-by-side">
              <DateField
                name="from"
                label={words('people.from')}
                defaultValue={dayIn(now, group.deadlineZone)}
                isRequired
              />
              <DateField name="to" label={words('people.to')} hint={words('people.toHint')} />
            </div>
          </Stack>
        </Section>
      </ChangeForm>
    </>
  )
}
