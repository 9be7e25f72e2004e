import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { Form, LinkButton, Notice, Select, TextArea, TextField, useWords } from '../../ui/index.js'
import { meetingHref } from '../meetings/index.js'
import { DeskHead } from './DeskHead.js'
import type { ByHandData } from './list.route.js'
import { RegistrationFields } from './RegistrationFields.js'

/** Registers somebody else: one of the group, or somebody new, who gets no account. */
export function ByHandPage() {
  const words = useWords<Words>()
  const { meeting, offer, organisations, idempotencyKey } = useLoaderData<ByHandData>()
  const { refusals, typed } = useFormAnswer('by-hand')
  const people = new Map(meeting.group.roles.flatMap(({ person: { id, name } }) => (name ? [[id, name] as const] : [])))
  const known = [...people].map(([value, label]) => ({ value, label }))
  return (
    <>
      <DeskHead meeting={meeting} title={words('registration.byHand')} lead={words('registration.byHandLead')} />
      {offer.phase === 'CLOSED' && (
        <div className="spaced">
          <Notice kind="attention">{words('registration.lateMark')}</Notice>
        </div>
      )}
      <Form
        id="by-hand-form"
        method="post"
        refusals={refusals}
        values={typed}
        actions={
          <>
            <SubmitButton kind="primary">{words('registration.byHand')}</SubmitButton>
            <LinkButton href={`${meetingHref(meeting.group, meeting.number)}/registration/list`} kind="quiet">
              {words('meeting.back')}
            </LinkButton>
          </>
        }
      >
        <input type="hidden" name="meetingId" value={meeting.id} />
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <Select
          name="personId"
          label={words('registration.who')}
          placeholder={words('registration.somebodyNew')}
          options={known}
        />
        <TextField name="name" label={words('registration.newName')} hint={words('registration.newNameHint')} />
        <RegistrationFields offer={offer} said={{}} organisations={organisations} />
        <TextArea
          name="reason"
          label={words('registration.reason')}
          hint={words('registration.reasonHint')}
          rows={2}
          isRequired
        />
      </Form>
    </>
  )
}
