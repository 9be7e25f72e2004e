import { useLoaderData } from 'react-router'
import { formatDay } from '#schema/words/dates.js'
import { milestoneKinds } from '#schema/vocabulary/deliverables.js'
import type { Words } from '#schema/words/index.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { DateField, Disclosure, Section, Select, TextArea, TextField, useWords } from '../../ui/index.js'
import { ChangeForm, ChangeHead } from './ChangePage.js'
import type { EditData } from './change.route.js'
import { editorSaid, milestoneName, Overdue, slipSaid } from './parts.js'

/** Milestones, editors and open issues of a deliverable, each with what may be done to it. */
export function PlanPage() {
  const words = useWords<Words>()
  const data = useLoaderData<EditData>()
  return (
    <>
      <ChangeHead deliverable={data.deliverable} title={words('deliverable.planTitle')} />
      <Milestones data={data} />
      <Editors data={data} />
      <Issues data={data} />
    </>
  )
}

type Milestone = EditData['deliverable']['milestones'][number]

function Milestones({ data: { deliverable, idempotencyKey, today } }: { data: EditData }) {
  const words = useWords<Words>()
  return (
    <Section id="milestones" title={words('deliverable.milestones')} note={words('deliverable.milestonesNote')}>
      {deliverable.milestones.map((milestone) => (
        <OneMilestone key={milestone.id} milestone={milestone} deliverable={deliverable} today={today} />
      ))}
      <h3 className="adding">{words('deliverable.addMilestone')}</h3>
      <ChangeForm
        deliverable={deliverable}
        name="milestone"
        send={words('deliverable.addMilestone')}
        idempotencyKey={`${idempotencyKey}-m`}
      >
        <div className="side-by-side">
          <Select
            name="kind"
            label={words('deliverable.kind')}
            defaultValue="FIRST_DRAFT"
            options={milestoneKinds.map((value) => ({ value, label: words(`deliverable.milestone.${value}`) }))}
          />
          <DateField name="plannedOn" label={words('deliverable.plannedOn')} isRequired />
        </div>
        <TextField
          name="label"
          label={words('deliverable.label')}
          hint={words('deliverable.labelHint')}
          maxLength={200}
        />
      </ChangeForm>
    </Section>
  )
}

function OneMilestone({
  milestone,
  deliverable,
  today,
}: {
  milestone: Milestone
  deliverable: EditData['deliverable']
  today: string
}) {
  const words = useWords<Words>()
  const { id, revision, plannedOn, doneOn, isOverdue } = milestone
  const names = [`move-${id}`, `reach-${id}`, `unreach-${id}`] as const
  const wasRefused = [useFormAnswer(names[0]), useFormAnswer(names[1]), useFormAnswer(names[2])].some(
    ({ refusals }) => refusals.length > 0,
  )
  const common = { deliverable, id, revision }
  return (
    <Disclosure
      isOpen={wasRefused}
      summary={
        <>
          {milestoneName(milestone, words)},{' '}
          {doneOn
            ? words('deliverable.done', { day: formatDay(doneOn, words) })
            : words('deliverable.planned', { day: formatDay(plannedOn, words) })}{' '}
          {isOverdue && <Overdue />} <span className="soft">{slipSaid(milestone, words)}</span>
        </>
      }
    >
      {doneOn ? (
        <ChangeForm {...common} name={names[2]} send={words('deliverable.unreach')} kind="plain" />
      ) : (
        <div className="columns">
          <ChangeForm {...common} name={names[0]} send={words('deliverable.move')} kind="plain">
            <DateField name="plannedOn" label={words('deliverable.plannedOn')} defaultValue={plannedOn} isRequired />
            <TextArea name="reason" label={words('deliverable.moveReason')} rows={2} maxLength={1000} isRequired />
          </ChangeForm>
          <ChangeForm {...common} name={names[1]} send={words('deliverable.reach')} kind="plain">
            <DateField name="doneOn" label={words('deliverable.reachOn')} max={today} defaultValue={today} isRequired />
          </ChangeForm>
        </div>
      )}
    </Disclosure>
  )
}

function Editors({ data: { deliverable, group, idempotencyKey, today } }: { data: EditData }) {
  const words = useWords<Words>()
  const people = new Map(group.roles.map(({ person }) => [person.id, person.name ?? words('deliverable.former')]))
  return (
    <Section id="editors" title={words('deliverable.people')}>
      {deliverable.editors.map((editor) => (
        <Disclosure key={editor.id} summary={<span dir="auto">{editorSaid(editor, words)}</span>}>
          <ChangeForm
            deliverable={deliverable}
            id={editor.id}
            revision={editor.revision}
            name={`end-${editor.id}`}
            send={words('deliverable.endEditor')}
            kind="plain"
          >
            <DateField
              name="to"
              label={words('deliverable.endEditorOn')}
              defaultValue={editor.to ?? today}
              isRequired
            />
          </ChangeForm>
        </Disclosure>
      ))}
      <h3 className="adding">{words('deliverable.addEditor')}</h3>
      <ChangeForm
        deliverable={deliverable}
        name="editor"
        send={words('deliverable.addEditor')}
        idempotencyKey={`${idempotencyKey}-e`}
      >
        <div className="side-by-side">
          <Select
            name="personId"
            label={words('deliverable.editor')}
            hint={words('deliverable.editorHint')}
            placeholder=""
            options={[...people].map(([value, label]) => ({ value, label }))}
            isRequired
          />
          <DateField name="from" label={words('deliverable.editorFrom')} hint={words('deliverable.editorFromHint')} />
        </div>
      </ChangeForm>
    </Section>
  )
}

function Issues({ data: { deliverable, idempotencyKey } }: { data: EditData }) {
  const words = useWords<Words>()
  const open = deliverable.issues.filter(({ settledOn }) => settledOn === null)
  return (
    <Section id="raise" title={words('deliverable.issues')} note={words('deliverable.issuesNote')}>
      {open.map(({ id, revision, number, text }) => (
        <Disclosure
          key={id}
          summary={
            <span dir="auto">
              {number}. {text}
            </span>
          }
        >
          <ChangeForm
            deliverable={deliverable}
            id={id}
            revision={revision}
            name={`settle-${id}`}
            send={words('deliverable.settle')}
            kind="plain"
          >
            <TextArea name="how" label={words('deliverable.settleHow')} rows={2} maxLength={2000} isRequired />
          </ChangeForm>
        </Disclosure>
      ))}
      <ChangeForm
        deliverable={deliverable}
        name="raise"
        send={words('deliverable.raise')}
        idempotencyKey={`${idempotencyKey}-i`}
      >
        <TextArea name="text" label={words('deliverable.issue')} rows={3} maxLength={2000} isRequired />
      </ChangeForm>
    </Section>
  )
}
