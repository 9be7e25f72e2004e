import { useActionData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { Form, Select, TextField, useWords } from '../../ui/index.js'
import type { AgendaData } from './agenda.route.js'

/** One more row, behind those at its level. The fields are empty again for the next one when it was added. */
export function AddRow({ data: { meeting, idempotencyKey } }: { data: AgendaData }) {
  const words = useWords<Words>()
  const { refusals, typed } = useFormAnswer('add')
  const refused = useActionData() !== undefined
  return (
    <Form
      // A new form for the next row; what was refused stays.
      key={refused ? 'refused' : meeting.agenda.length}
      id="add-row"
      method="post"
      refusals={refusals}
      values={typed}
      actions={
        <SubmitButton name="doing" value="add" size="small">
          {words('agenda.add')}
        </SubmitButton>
      }
    >
      <input type="hidden" name="meetingId" value={meeting.id} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <div className="agenda-add">
        <TextField name="title" label={words('agenda.addTitle')} maxLength={300} isRequired autoComplete="off" />
        <TextField name="minutes" label={words('agenda.minutesField')} inputMode="numeric" autoComplete="off" />
        <Select
          name="under"
          label={words('agenda.addUnder')}
          placeholder={words('agenda.atTop')}
          options={meeting.agenda.map(({ id, number, title }) => ({
            value: id,
            label: words('agenda.rowName', { number, title }),
          }))}
        />
      </div>
    </Form>
  )
}
