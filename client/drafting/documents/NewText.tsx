import { useLoaderData } from 'react-router'
import { documentKinds } from '#schema/vocabulary/collaboration.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { Breadcrumb, Form, LinkButton, PageHeader, RadioGroup, TextField, useWords } from '../../ui/index.js'
import type { NewTextData } from './new-text.route.js'
import { visibilitiesWithin } from './visibilities-within.js'

/** Starts a text: what it is called, what it is, who may read it. What it begins with is chosen where it is written. */
export function NewText() {
  const words = useWords<Words>()
  const { group, idempotencyKey } = useLoaderData<NewTextData>()
  const { refusals, typed } = useFormAnswer('new')
  const href = `/groups/${group.slug}`
  const name = group.acronym ?? group.name
  return (
    <>
      <PageHead title={words('document.start')} isPrivate />
      <Breadcrumb
        crumbs={[
          { label: words('group.groups'), href: '/groups' },
          { label: name, href },
          { label: words('document.start') },
        ]}
      />
      <PageHeader title={words('document.start')} lead={words('document.startLead', { group: name })} />
      <Form
        id="new-text"
        method="post"
        action={`${href}/documents/new`}
        refusals={refusals}
        values={typed}
        actions={
          <>
            <SubmitButton kind="primary">{words('document.start')}</SubmitButton>
            <LinkButton href={href} kind="quiet">
              {words('document.backToGroup')}
            </LinkButton>
          </>
        }
      >
        <input type="hidden" name="idempotencyKey" value={String(typed?.['idempotencyKey'] ?? idempotencyKey)} />
        <input type="hidden" name="groupId" value={group.id} />
        <TextField name="title" label={words('document.title')} isRequired maxLength={500} dir="auto" />
        <RadioGroup
          name="kind"
          label={words('document.kind')}
          defaultValue="REPORT"
          choices={documentKinds.map((value) => ({
            value,
            label: words(`document.kind.${value}`),
            hint: words(`document.kindHint.${value}`),
          }))}
        />
        <RadioGroup
          name="visibility"
          label={words('document.visibility')}
          hint={words('document.visibilityHint')}
          defaultValue={group.visibilityAtStart}
          choices={visibilitiesWithin(group.visibility).map((value) => ({
            value,
            label: words(`group.visibleTo.${value}`),
          }))}
        />
      </Form>
    </>
  )
}
