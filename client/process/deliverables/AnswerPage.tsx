import { useLoaderData } from 'react-router'
import { dispositions, parentAnswers } from '#schema/vocabulary/deliverables.js'
import type { Words } from '#schema/words/index.js'
import { DateField, RadioGroup, Section, Select, TextArea, TextField, useWords } from '../../ui/index.js'
import { ChangeForm, ChangeHead } from './ChangePage.js'
import type { AnswerData } from './change.route.js'

/** What the parent confirmed, and what it said to the final text. [DE-6, DE-8, DE-9] */
export function AnswerPage() {
  const words = useWords<Words>()
  const { deliverable, transmission, today } = useLoaderData<AnswerData>()
  const possible = deliverable.nextSteps.filter(({ manner }) => manner === 'ANSWER').map(({ state }) => state)
  const answers = parentAnswers.filter((answer) => possible.includes(answer))
  const common = { deliverable, id: transmission.id, revision: transmission.revision }
  return (
    <>
      <ChangeHead
        deliverable={deliverable}
        title={words('deliverable.answerTitle')}
        lead={words('deliverable.answerLead', { number: transmission.number })}
      />
      <Section id="receipt" title={words('deliverable.receiveNow')}>
        <ChangeForm {...common} name="receive" send={words('deliverable.receiveNow')} kind="plain">
          <div className="side-by-side">
            <DateField
              name="on"
              label={words('deliverable.receiveOn')}
              max={today}
              defaultValue={transmission.receivedOn ?? today}
            />
            <TextField
              name="receipt"
              label={words('deliverable.receipt')}
              hint={words('deliverable.receiptHint')}
              defaultValue={transmission.receipt ?? ''}
              maxLength={500}
            />
          </div>
        </ChangeForm>
      </Section>
      {transmission.kind === 'FINAL' && answers.length > 0 && (
        <Section id="answer" title={words('deliverable.answerNow')}>
          <ChangeForm {...common} name="answer" send={words('deliverable.answerNow')}>
            <RadioGroup
              name="answer"
              label={words('deliverable.answer')}
              isRequired
              choices={answers.map((value) => ({ value, label: words(`deliverable.answer.${value}`) }))}
            />
            <Select
              name="disposition"
              label={words('deliverable.dispositionLabel')}
              hint={words('deliverable.dispositionHint')}
              defaultValue="UNKNOWN"
              options={dispositions
                .filter((value) => value !== 'NOTED_ONLY')
                .map((value) => ({ value, label: words(`deliverable.disposition.${value}`) }))}
            />
            <TextField name="item" label={words('deliverable.item')} hint={words('deliverable.itemHint')} dir="ltr" />
            <DateField name="on" label={words('deliverable.answerOn')} max={today} defaultValue={today} />
            <TextArea name="note" label={words('deliverable.answerNote')} rows={3} maxLength={2000} />
          </ChangeForm>
        </Section>
      )}
    </>
  )
}
