import { useLoaderData } from 'react-router'
import { decisionKinds } from '#schema/vocabulary/decisions.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { ChangeForm } from '../../roadmap/parts/index.js'
import {
  Button,
  CheckboxGroup,
  DateField,
  Form,
  PageHeader,
  RadioGroup,
  Select,
  TextArea,
  TextField,
  useWords,
} from '../../ui/index.js'
import type { RecordDecisionData } from './change-decision.route.js'
import { decisionsHref, GroupCrumbs, holderOf, meetingPage } from './parts/index.js'

/** Records what the group decided: at the meeting that the address names, or between two. */
export function RecordDecision() {
  const words = useWords<Words>()
  const { group, meeting, item, reverses, deliverable, today, idempotencyKey } = useLoaderData<RecordDecisionData>()
  const name = group.acronym ?? group.name
  const title = reverses === null ? words('decision.record') : words('decision.reverse')
  const lead =
    reverses === null
      ? words('decision.recordLead', { group: name })
      : words('decision.reverseLead', { number: reverses })
  return (
    <>
      <PageHead title={title} isPrivate />
      <GroupCrumbs
        group={group}
        crumbs={[{ label: words('decision.title'), href: decisionsHref(group) }, { label: title }]}
      />
      <PageHeader eyebrow={name} title={title} lead={lead} />
      <WhichMeeting />
      {/* What was typed stays when another meeting is chosen; only what hangs from the meeting begins anew. */}
      <ChangeForm
        name="record"
        send={words('decision.send')}
        backTo={meeting ? `${meetingPage(group, meeting.number)}${item ? '/room' : ''}` : decisionsHref(group)}
        idempotencyKey={idempotencyKey}
        ticks={['asReservations']}
      >
        {meeting && <input type="hidden" name="meeting" value={meeting.number} />}
        {item && <input type="hidden" name="fromRoom" value="true" />}
        {reverses !== null && <input type="hidden" name="reverses" value={reverses} />}
        {deliverable && <input type="hidden" name="deliverable" value={deliverable.id} />}
        {meeting && meeting.agenda.length > 0 && (
          <Select
            key={`agenda ${meeting.number}`}
            name="agendaItem"
            label={words('decision.agendaItem')}
            hint={words('decision.agendaHint')}
            placeholder={words('decision.noRow')}
            defaultValue={item ?? ''}
            options={meeting.agenda.map((row) => ({ value: row.id, label: `${row.number} ${row.title}` }))}
          />
        )}
        <RadioGroup
          name="kind"
          label={words('decision.whatBecame')}
          defaultValue={deliverable ? 'APPROVED' : 'AGREED'}
          choices={decisionKinds.map((value) => ({
            value,
            label: words(`decision.kind.${value}`),
            hint: words(`decision.kindMeaning.${value}`),
          }))}
        />
        <TextArea
          name="text"
          label={words('decision.text')}
          hint={words('decision.textHint')}
          rows={4}
          maxLength={5000}
          isRequired
        />
        <About />
        <Objections />
        <div className="side-by-side">
          <DateField
            name="decidedOn"
            label={words('decision.decidedOn')}
            hint={words('decision.decidedOnHint')}
            min={meeting?.startsOn}
            max={meeting && meeting.endsOn < today ? meeting.endsOn : today}
          />
          <DateField
            name="challengeBy"
            label={words('decision.challengeLabel')}
            hint={words('decision.challengeHint')}
          />
        </div>
      </ChangeForm>
    </>
  )
}

/** Which meeting decided is in the address: with it come its agenda and its contributions. */
function WhichMeeting() {
  const words = useWords<Words>()
  const { group, meeting, reverses, deliverable } = useLoaderData<RecordDecisionData>()
  const meetings = group.meetings.nodes.filter(({ state }) => state !== 'CANCELLED' && state !== 'CLOSED')
  if (meetings.length === 0) return null
  return (
    <div className="spaced">
      <Form
        id="which-meeting"
        method="get"
        action={`${decisionsHref(group)}/new`}
        actions={<Button type="submit">{words('fact.apply')}</Button>}
      >
        {reverses !== null && <input type="hidden" name="reverses" value={reverses} />}
        {deliverable && <input type="hidden" name="deliverable" value={deliverable.id} />}
        <Select
          name="meeting"
          label={words('decision.meeting')}
          placeholder={words('decision.between')}
          defaultValue={meeting ? String(meeting.number) : ''}
          options={meetings.map(({ number, title }) => ({ value: String(number), label: title }))}
        />
      </Form>
    </div>
  )
}

/** What it is about: something of the group from a list, or something of the register by its number. */
function About() {
  const words = useWords<Words>()
  const { group, meeting, deliverable } = useLoaderData<RecordDecisionData>()
  const contributions = (meeting?.contributions ?? []).filter(({ state }) => state === 'SUBMITTED')
  return (
    <>
      <Select
        key={`about ${meeting?.number ?? 0}`}
        name="about"
        label={words('decision.aboutGroups')}
        hint={words('decision.aboutGroupsHint')}
        placeholder={words('decision.nothing')}
        defaultValue={deliverable ? `DELIVERABLE ${deliverable.id}` : ''}
        options={[
          ...contributions.map(({ number, title }) => ({
            value: `CONTRIBUTION ${number}`,
            label: `${number} ${title}`,
          })),
          ...group.deliverables.map(({ id, code, title }) => ({
            value: `DELIVERABLE ${id}`,
            label: code ? `${code} ${title}` : title,
          })),
          ...group.documents.map(({ id, title }) => ({ value: `DOCUMENT ${id}`, label: title })),
        ]}
      />
      <TextField
        name="subject"
        label={words('decision.aboutRegister')}
        hint={words('decision.aboutRegisterHint')}
        spellCheck={false}
      />
    </>
  )
}

/** Objections that no decision holds yet: each may be kept with this one. */
function Objections() {
  const words = useWords<Words>()
  const { group } = useLoaderData<RecordDecisionData>()
  const standing = group.reservations.filter(
    ({ decision, kind, state }) => !decision && kind === 'OBJECTION' && (state === 'OPEN' || state === 'SUSTAINED'),
  )
  if (standing.length === 0) return null
  return (
    <CheckboxGroup
      name="asReservations"
      label={words('decision.objections')}
      hint={words('decision.objectionsHint')}
      choices={standing.map((held) => ({
        value: held.id,
        label: words('decision.objectionOf', { holder: holderOf(words, held), text: held.text }),
        hint: words(`decision.heldState.${held.state}`),
      }))}
    />
  )
}
