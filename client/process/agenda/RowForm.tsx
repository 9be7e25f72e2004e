import { agendaOutcomes, agendaProgress, agendaSteps } from '#schema/vocabulary/agenda.js'
import type { Words } from '#schema/words/index.js'
import { Seen } from '../../app/Seen.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import {
  Button,
  Cluster,
  Form,
  FormElement,
  LinkButton,
  Notice,
  Select,
  TextArea,
  TextField,
  useWords,
} from '../../ui/index.js'
import { agendaHref } from './agenda-address.js'
import type { AgendaData, AgendaOnPage, AgendaRowOnPage } from './agenda.route.js'
import { SubjectLink } from './AgendaRowFacts.js'

const narrowing = ['PUBLIC', 'ACCOUNT', 'PARTICIPANTS', 'MANAGEMENT'] as const
const stepWords = { UP: 'agenda.up', DOWN: 'agenda.down', OUT: 'agenda.out', IN: 'agenda.in' } as const

/** The form of one row, in its place: what it says, what it is about, where it stands. Three forms, so that none loses what was typed in another. */
export function RowForm({ meeting, open }: { meeting: AgendaOnPage; open: NonNullable<AgendaData['open']> }) {
  const words = useWords<Words>()
  const { row, people } = open
  const { refusals, codes, typed } = useFormAnswer(`row-${row.id}`)
  const href = agendaHref(meeting.group, meeting.number)
  return (
    <div className="agenda-form">
      {codes.includes('STALE') && (
        <div role="alert" className="spaced">
          <Notice kind="attention" title={words('agenda.staleTitle')}>
            {words('agenda.staleText')}
          </Notice>
        </div>
      )}
      <Seen id={row.id} revision={row.revision}>
        {(seen) => (
          <Form
            id={`row-${row.id}-form`}
            method="post"
            refusals={refusals.filter((_, at) => codes[at] !== 'STALE')}
            values={typed}
            actions={
              <>
                <SubmitButton kind="primary" name="doing" value="edit">
                  {words('agenda.save')}
                </SubmitButton>
                <LinkButton kind="quiet" href={href}>
                  {words('agenda.close')}
                </LinkButton>
              </>
            }
          >
            <Target row={{ id: row.id, revision: seen }} />
            <TextField
              name="title"
              label={words('agenda.rowTitle')}
              defaultValue={row.title}
              maxLength={300}
              isRequired
            />
            <TextArea
              name="note"
              label={words('agenda.note')}
              hint={words('agenda.noteHint')}
              defaultValue={row.note ?? ''}
              rows={2}
            />
            <div className="side-by-side">
              <TextField
                name="minutes"
                label={words('agenda.minutesField')}
                hint={words('agenda.minutesHint')}
                inputMode="numeric"
                defaultValue={row.minutes === null ? '' : String(row.minutes)}
              />
              <Select
                name="visibility"
                label={words('agenda.visibilityField')}
                hint={words('agenda.visibilityHint')}
                defaultValue={row.visibility}
                options={narrowing
                  .slice(Math.min(narrowing.indexOf(meeting.visibility), narrowing.indexOf(row.visibility)))
                  .map((value) => ({ value, label: words(`group.visibleTo.${value}`) }))}
              />
            </div>
            <div className="side-by-side">
              <Select
                name="presenterId"
                label={words('agenda.presenterPerson')}
                defaultValue={row.presentedBy?.id ?? ''}
                placeholder={words('agenda.nobody')}
                options={people.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <TextField
                name="presenter"
                label={words('agenda.presenterWords')}
                hint={words('agenda.presenterHint')}
                defaultValue={row.presenter ?? ''}
                maxLength={200}
              />
            </div>
            <div className="side-by-side">
              <Select
                name="progress"
                label={words('agenda.progressField')}
                defaultValue={row.progress}
                options={agendaProgress.map((value) => ({ value, label: words(`agenda.progress.${value}`) }))}
              />
              <Select
                name="outcome"
                label={words('agenda.outcomeField')}
                defaultValue={row.outcome ?? ''}
                placeholder={words('agenda.noOutcome')}
                options={agendaOutcomes.map((value) => ({ value, label: words(`agenda.outcome.${value}`) }))}
              />
            </div>
          </Form>
        )}
      </Seen>
      <About open={open} />
      <FormElement method="post" className="agenda-place">
        <Target row={row} />
        <input type="hidden" name="doing" value="move" />
        <p className="field-label">{words('agenda.place')}</p>
        <Cluster>
          {agendaSteps.map((step) => (
            <Button key={step} type="submit" size="small" name="step" value={step}>
              {words(stepWords[step])}
            </Button>
          ))}
        </Cluster>
      </FormElement>
      <FormElement method="post" className="agenda-place">
        <Target row={row} />
        <Cluster>
          <Button type="submit" kind="danger" size="small" name="doing" value="remove">
            {words('agenda.remove')}
          </Button>
          <span className="soft">{words('agenda.removeHint')}</span>
        </Cluster>
      </FormElement>
    </div>
  )
}

function Target({ row }: { row: Pick<AgendaRowOnPage, 'id' | 'revision'> }) {
  return (
    <>
      <input type="hidden" name="id" value={row.id} />
      <input type="hidden" name="expectedRevision" value={row.revision} />
    </>
  )
}

/** What the row is about, and the search for it. */
function About({ open: { row, find, choices } }: { open: NonNullable<AgendaData['open']> }) {
  const words = useWords<Words>()
  return (
    <section className="agenda-about" aria-labelledby={`about-${row.id}`}>
      <h3 id={`about-${row.id}`} className="field-label">
        {words('agenda.subject')}
      </h3>
      {row.subject ? (
        <FormElement method="post">
          <Target row={row} />
          <input type="hidden" name="subject" value="" />
          <Cluster>
            <SubjectLink subject={row.subject} />
            <Button type="submit" size="small" kind="quiet" name="doing" value="subject">
              {words('agenda.subjectDrop')}
            </Button>
          </Cluster>
        </FormElement>
      ) : (
        <p className="soft">{words('agenda.subjectNone')}</p>
      )}
      <FormElement method="get" role="search">
        <input type="hidden" name="row" value={row.id} />
        <Cluster align="center">
          <TextField
            name="find"
            type="search"
            label={words('agenda.subjectFind')}
            isLabelHidden
            placeholder={words('agenda.subjectFind')}
            defaultValue={find}
          />
          <Button type="submit" size="small">
            {words('agenda.subjectSearch')}
          </Button>
        </Cluster>
      </FormElement>
      {choices?.length === 0 && <p role="status">{words('agenda.subjectNothing')}</p>}
      {choices && choices.length > 0 && (
        <FormElement method="post">
          <Target row={row} />
          <input type="hidden" name="doing" value="subject" />
          <ul className="agenda-choices">
            {choices.map((choice) => (
              <li key={choice.id}>
                <SubjectLink subject={choice} />
                <Button type="submit" size="small" name="subject" value={`${choice.kind} ${choice.id}`}>
                  {words('agenda.subjectTake')}
                </Button>
              </li>
            ))}
          </ul>
        </FormElement>
      )}
    </section>
  )
}
