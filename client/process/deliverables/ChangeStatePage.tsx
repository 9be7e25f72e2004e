import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { DateField, EmptyState, RadioGroup, Select, TextArea, useWords } from '../../ui/index.js'
import { ChangeForm, ChangeHead } from './ChangePage.js'
import type { EditData } from './change.route.js'

/** A plain step on the way, aside of it or back. */
export function ChangeStatePage() {
  const words = useWords<Words>()
  const { deliverable, group, today } = useLoaderData<EditData>()
  const plain = deliverable.nextSteps.filter(({ manner }) => manner === 'STEP')
  const lead = words('deliverable.stateLead', { state: words(`deliverable.state.${deliverable.state}`) })
  return (
    <>
      <ChangeHead deliverable={deliverable} title={words('deliverable.changeState')} lead={lead} />
      {plain.length === 0 ? (
        <EmptyState title={words('deliverable.noStep')}>{words('deliverable.noStepText')}</EmptyState>
      ) : (
        <ChangeForm deliverable={deliverable} name="state" send={words('deliverable.changeState')}>
          <RadioGroup
            name="state"
            label={words('deliverable.stateTo')}
            isRequired
            choices={plain.map(({ state }) => ({ value: state, label: words(`deliverable.state.${state}`) }))}
          />
          {plain.some(({ state }) => state === 'MERGED') && (
            <Select
              name="mergedIntoId"
              label={words('deliverable.mergedInto')}
              hint={words('deliverable.mergedIntoHint')}
              placeholder=""
              options={group.deliverables
                .filter(({ id }) => id !== deliverable.id)
                .map(({ id, code, title }) => ({ value: id, label: [code, title].filter(Boolean).join(' ') }))}
            />
          )}
          <TextArea
            name="reason"
            label={words('deliverable.reason')}
            hint={words('deliverable.reasonHint')}
            maxLength={2000}
            rows={3}
          />
          <DateField name="on" label={words('deliverable.on')} hint={words('deliverable.onHint')} max={today} />
        </ChangeForm>
      )}
    </>
  )
}
