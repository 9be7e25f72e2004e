import { useLoaderData } from 'react-router'
import type { GroupDefaultRowFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { SubmitButton } from '../../../app/SubmitButton.js'
import { useFormAnswer } from '../../../app/use-form-answer.js'
import { StaleNotice } from '../../../roadmap/parts/index.js'
import { Button, DataTable, Form, LinkButton, Section, useWords, type Column } from '../../../ui/index.js'
import { Source } from '../../deadlines/index.js'
import { GroupHead, groupHref } from './GroupHead.js'
import { Reminders } from './Reminders.js'
import type { SettingsData } from './settings.route.js'
import { ParentalFields, WorkingFields } from './SettingsFields.js'
import { WhatChanges } from './WhatChanges.js'

/** What a group works by, where each value comes from, and changing it with a look at the dates that move. */
export function Settings() {
  const words = useWords<Words>()
  const { group, bodies, typed, change, fields, refusals } = useLoaderData<SettingsData>()
  const href = `${groupHref(group)}/settings`
  const title = words('groupSetting.title')
  return (
    <>
      <GroupHead group={group} title={title} lead={words('groupSetting.lead')} />
      {change && (
        <Section id="will-change" title={words('groupSetting.willChange')} note={words('groupSetting.willChangeNote')}>
          <WhatChanges change={change} />
          {change.defaults.length + fields.length > 0 && <Confirm data={{ group, typed, fields }} />}
        </Section>
      )}
      <Section id="holds" title={words('groupSetting.holds')} note={words('groupSetting.holdsNote')}>
        <Defaults defaults={group.defaults} />
      </Section>
      <Reminders reminders={group.lifetimeReminders} />
      <Form
        // The form shows what the address says, also after going back.
        key={JSON.stringify(typed)}
        id="settings"
        method="get"
        action={`${href}#will-change`}
        refusals={refusals}
        values={typed}
        actions={
          <>
            <Button type="submit" kind={change ? 'plain' : 'primary'}>
              {words('groupSetting.show')}
            </Button>
            <LinkButton href={groupHref(group)} kind="quiet">
              {words('groupSetting.back')}
            </LinkButton>
          </>
        }
      >
        <Section
          id="working"
          title={words('groupSetting.changeWorking')}
          note={words('groupSetting.changeWorkingNote')}
        >
          <WorkingFields group={group} />
        </Section>
        {group.viewerMay.includes('EDIT') && (
          <Section
            id="parental"
            title={words('groupSetting.changeParental')}
            note={words('groupSetting.changeParentalNote')}
          >
            <ParentalFields group={group} bodies={bodies} />
          </Section>
        )}
      </Form>
    </>
  )
}

/** The second step: the same values again, now to be kept. */
function Confirm({ data: { group, typed, fields } }: { data: Pick<SettingsData, 'group' | 'typed' | 'fields'> }) {
  const words = useWords<Words>()
  const { refusals, codes } = useFormAnswer('settings')
  return (
    <>
      <StaleNotice codes={codes} />
      <Form
        id="confirm-settings"
        method="post"
        refusals={refusals.filter((_, at) => codes[at] !== 'STALE')}
        actions={
          <>
            <SubmitButton kind="primary">{words('groupSetting.confirm')}</SubmitButton>
            <LinkButton href={`${groupHref(group)}/settings`} kind="quiet">
              {words('fact.back')}
            </LinkButton>
          </>
        }
      >
        <input type="hidden" name="expectedRevision" value={group.revision} />
        {fields.map((name) => (
          <input key={name} type="hidden" name={name} value={String(typed[name] ?? '')} />
        ))}
      </Form>
    </>
  )
}

function Defaults({ defaults }: { defaults: readonly GroupDefaultRowFragment[] }) {
  const words = useWords<Words>()
  const columns: Column<GroupDefaultRowFragment>[] = [
    {
      id: 'matter',
      header: words('groupSetting.matter'),
      isRowHeader: true,
      cell: ({ key }) => words(`groupSetting.key.${key}`),
    },
    { id: 'value', header: words('groupSetting.value'), cell: ({ text }) => <bdi>{text}</bdi> },
    {
      id: 'from',
      header: words('groupSetting.from'),
      cell: ({ provenance, citation }) => (
        <>
          {words(`deadline.provenance.${provenance}`)}
          <span className="block">
            <Source date={{ ruleId: null, citation }} />
          </span>
        </>
      ),
    },
    {
      id: 'otherwise',
      header: words('groupSetting.otherwise'),
      cell: ({ otherwise }) =>
        otherwise && (
          <span className="soft">
            {words('groupSetting.otherwiseText', {
              value: otherwise.text,
              source: words(`deadline.provenance.${otherwise.provenance}`),
            })}
          </span>
        ),
    },
  ]
  return (
    <DataTable
      caption={words('groupSetting.holds')}
      isCaptionHidden
      columns={columns}
      rows={defaults}
      rowKey={({ key }) => key}
    />
  )
}
