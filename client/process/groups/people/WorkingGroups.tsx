import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { ChangeForm } from '../../../roadmap/parts/index.js'
import {
  Disclosure,
  EmptyState,
  LinkButton,
  Section,
  Stack,
  TextField,
  Unconfirmed,
  useWords,
} from '../../../ui/index.js'
import { GroupHead, groupHref } from '../manage/GroupHead.js'
import type { WorkingGroupsData } from './working-groups.route.js'

/** The working groups of a group with their chairs; adding one, giving one another title. */
export function WorkingGroups() {
  const words = useWords<Words>()
  const { group, idempotencyKey } = useLoaderData<WorkingGroupsData>()
  const href = `${groupHref(group)}/working-groups`
  const maySet = group.viewerMay.includes('SETTINGS')
  const next = Math.max(0, ...group.subgroups.map(({ number }) => number)) + 1
  return (
    <>
      <GroupHead
        group={group}
        title={words('group.subgroups')}
        lead={words('people.subgroupsLead')}
        canonical="working-groups"
        actions={
          group.viewerMay.includes('MANAGE_ROLES') && (
            <LinkButton href={`${groupHref(group)}/people/give`}>{words('people.giveChair')}</LinkButton>
          )
        }
      />
      {group.subgroups.length === 0 && (
        <EmptyState title={words('people.noSubgroups')}>{words('people.noSubgroupsText')}</EmptyState>
      )}
      {group.subgroups.map(({ id, number, title, revision, chairs, provenance }) => (
        <Section key={id} id={`wg-${number}`} title={words('group.subgroup', { number })}>
          <Stack gap={4}>
            <p>
              {provenance.confidence === 'MEMORY' ? (
                <Unconfirmed>
                  <span dir="auto">{title}</span>
                </Unconfirmed>
              ) : (
                <span dir="auto">{title}</span>
              )}
              <span className="block soft" dir="auto">
                {chairs.length === 0
                  ? words('people.noChair')
                  : words('people.chairs', {
                      names: chairs.map(({ person }) => person.name ?? words('group.erased')).join(', '),
                    })}
              </span>
            </p>
            {maySet && (
              <div className="no-print">
                <Disclosure summary={words('people.rename')}>
                  <ChangeForm
                    name={`rename-${number}`}
                    send={words('people.rename')}
                    kind="plain"
                    backTo={href}
                    revision={revision}
                  >
                    <input type="hidden" name="id" value={id} />
                    <TextField
                      name="title"
                      label={words('people.subgroupTitle')}
                      defaultValue={title}
                      maxLength={500}
                      isRequired
                    />
                  </ChangeForm>
                </Disclosure>
              </div>
            )}
          </Stack>
        </Section>
      ))}
      {maySet && (
        <div className="no-print">
          <Section id="add" title={words('people.addSubgroup')}>
            <ChangeForm
              name="add"
              send={words('people.addSubgroup')}
              backTo={groupHref(group)}
              idempotencyKey={idempotencyKey}
            >
              <TextField
                // The next number is proposed anew once one was added.
                key={next}
                name="number"
                label={words('people.subgroupNumber')}
                defaultValue={String(next)}
                className="field-short"
                inputMode="numeric"
                dir="ltr"
                autoComplete="off"
                isRequired
              />
              <TextField
                key={`title ${next}`}
                name="title"
                label={words('people.subgroupTitle')}
                maxLength={500}
                isRequired
              />
            </ChangeForm>
          </Section>
        </div>
      )}
    </>
  )
}
