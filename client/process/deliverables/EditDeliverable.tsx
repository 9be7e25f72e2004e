import { useLoaderData } from 'react-router'
import type { DeliverableChoicesFragment } from '#schema/generated/operations.js'
import { deliverableTypes, intendedProducts } from '#schema/vocabulary/deliverables.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { ChangeForm as AnyChangeForm } from '../../roadmap/parts/index.js'
import { PageHeader, Select, TextArea, TextField, useWords } from '../../ui/index.js'
import { deliverablesHref } from './address.js'
import { ChangeForm, ChangeHead } from './ChangePage.js'
import type { EditData, NewDeliverableData } from './change.route.js'
import { DeliverableCrumbs } from './DeliverableCrumbs.js'

/** Plans a deliverable. */
export function NewDeliverable() {
  const words = useWords<Words>()
  const { group, idempotencyKey } = useLoaderData<NewDeliverableData>()
  const title = words('deliverable.new')
  return (
    <>
      <PageHead title={title} isPrivate />
      <DeliverableCrumbs group={group} doing={title} />
      <PageHeader eyebrow={group.acronym ?? group.name} title={title} lead={words('deliverable.newLead')} />
      <AnyChangeForm name="new" send={title} backTo={deliverablesHref(group)} idempotencyKey={idempotencyKey}>
        <PlanFields choices={group} codes={group.nextDeliverableCodes} deliverable={null} />
      </AnyChangeForm>
    </>
  )
}

/** Changes what is planned of it. */
export function EditDeliverable() {
  const words = useWords<Words>()
  const { deliverable, group } = useLoaderData<EditData>()
  return (
    <>
      <ChangeHead deliverable={deliverable} title={words('deliverable.edit')} />
      <ChangeForm deliverable={deliverable} name="edit" send={words('deliverable.save')}>
        <PlanFields choices={group} codes={group.nextDeliverableCodes} deliverable={deliverable} />
      </ChangeForm>
    </>
  )
}

function PlanFields({
  choices,
  codes,
  deliverable,
}: {
  choices: DeliverableChoicesFragment
  codes: NewDeliverableData['group']['nextDeliverableCodes']
  deliverable: EditData['deliverable'] | null
}) {
  const words = useWords<Words>()
  const subgroup = choices.subgroups.find(({ number }) => number === deliverable?.subgroup?.number)
  const next = words('deliverable.codeNext', { codes: codes.map(({ code }) => code).join(', ') })
  return (
    <>
      <TextField
        name="title"
        label={words('deliverable.title')}
        defaultValue={deliverable?.title ?? ''}
        maxLength={500}
        isRequired
      />
      <div className="side-by-side">
        <Select
          name="subgroupId"
          label={words('deliverable.subgroup')}
          placeholder={words('deliverable.wholeGroup')}
          defaultValue={subgroup?.id ?? ''}
          options={choices.subgroups.map(({ id, number, title }) => ({
            value: id,
            label: `${words('group.subgroup', { number })}: ${title}`,
          }))}
        />
        {deliverable?.code ? null : (
          <TextField
            name="code"
            label={words('deliverable.code')}
            hint={`${words('deliverable.codeHint')} ${next}`}
            maxLength={60}
            dir="ltr"
          />
        )}
      </div>
      <Select
        name="type"
        label={words('deliverable.type')}
        defaultValue={deliverable?.type ?? 'UNKNOWN'}
        options={deliverableTypes.map((value) => ({ value, label: words(`deliverable.type.${value}`) }))}
      />
      <TextArea
        name="scope"
        label={words('deliverable.scope')}
        hint={words('deliverable.scopeHint')}
        defaultValue={deliverable?.scope ?? ''}
        maxLength={5000}
      />
      <TextField
        name="baseText"
        label={words('deliverable.baseText')}
        hint={words('deliverable.baseTextHint')}
        defaultValue={deliverable?.baseText ?? ''}
        maxLength={500}
      />
      <div className="side-by-side">
        <TextField
          name="targetQuestion"
          label={words('deliverable.targetQuestion')}
          hint={words('deliverable.targetQuestionHint')}
          defaultValue={deliverable?.targetQuestion ?? ''}
          maxLength={60}
        />
        <Select
          name="intendedProduct"
          label={words('deliverable.intended')}
          defaultValue={deliverable?.intendedProduct ?? 'UNKNOWN'}
          options={intendedProducts.map((value) => ({ value, label: words(`deliverable.product.${value}`) }))}
        />
      </div>
      <Select
        name="documentId"
        label={words('deliverable.text')}
        hint={words('deliverable.textHint')}
        placeholder={words('deliverable.noText')}
        defaultValue={deliverable?.document?.id ?? ''}
        options={choices.documents.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <TextArea
        name="gaps"
        label={words('deliverable.gaps')}
        hint={words('deliverable.gapsHint')}
        defaultValue={(deliverable?.gaps ?? []).map(({ number }) => number).join('\n')}
        rows={3}
      />
      <TextArea
        name="note"
        label={words('deliverable.note')}
        defaultValue={deliverable?.note ?? ''}
        rows={3}
        maxLength={2000}
      />
    </>
  )
}
