import { zoneLabel } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { Seen } from '../../app/Seen.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { Form, Notice, Section, TextArea, useWords } from '../../ui/index.js'
import type { AgendaOnPage } from './agenda.route.js'
import { writeHours } from './hours.js'

/** In which hours the meeting sits, as a list that is quick to type. */
export function Hours({ meeting }: { meeting: AgendaOnPage }) {
  const words = useWords<Words>()
  const { refusals, codes, typed } = useFormAnswer('hours')
  const { sittings, revision } = meeting.agendaTimes
  return (
    <div className="no-print">
      <Section id="hours" title={words('agenda.hours')} note={words('agenda.hoursNote')}>
        {codes.includes('STALE') && (
          <div role="alert" className="spaced">
            <Notice kind="attention">{words('agenda.hoursStale')}</Notice>
          </div>
        )}
        <Seen field="doing" id="hours" revision={revision}>
          {(seen) => (
            <Form
              id="hours-form"
              method="post"
              refusals={refusals.filter((_, at) => codes[at] !== 'STALE')}
              values={typed}
              actions={
                <SubmitButton size="small" name="doing" value="hours">
                  {words('agenda.save')}
                </SubmitButton>
              }
            >
              <input type="hidden" name="meetingId" value={meeting.id} />
              <input type="hidden" name="expectedRevision" value={seen} />
              <TextArea
                name="sittings"
                label={words('agenda.hoursField')}
                hint={words('agenda.hoursHint', { zone: zoneLabel(meeting.zone, words) })}
                rows={Math.max(2, sittings.length + 1)}
                defaultValue={writeHours(sittings)}
              />
            </Form>
          )}
        </Seen>
      </Section>
    </div>
  )
}
