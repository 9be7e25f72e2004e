import type { AgendaChangeLineFragment } from '#schema/generated/operations.js'
import { zoneLabel } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { Form, Link, Section, TextField, Time, useWords } from '../../ui/index.js'
import { agendaHref } from './agenda-address.js'
import type { AgendaOnPage } from './agenda.route.js'

/** Differences between two states of an agenda, a sentence each. */
export function Changes({ changes }: { changes: readonly AgendaChangeLineFragment[] }) {
  const words = useWords<Words>()
  return (
    <ul className="bullets">
      {changes.map(({ kind, number, title, before, after }, at) => (
        <li key={at} dir="auto">
          {words.dynamic(`agenda.change.${kind}`, { number, title, before: before ?? 'none', after: after ?? 'none' })}
        </li>
      ))}
    </ul>
  )
}

/** Published versions, what changed since the last, and the way to publish the next. */
export function Versions({ meeting }: { meeting: AgendaOnPage }) {
  const words = useWords<Words>()
  const { refusals, typed } = useFormAnswer('publish')
  const { agendaVersions, agendaChanges, group } = meeting
  const href = agendaHref(group, meeting.number)
  const [last] = agendaVersions
  return (
    <Section id="versions" title={words('agenda.versions')} note={words('agenda.versionsNote')}>
      {agendaVersions.length === 0 && <p className="soft">{words('agenda.noVersions')}</p>}
      <ul className="texts">
        {agendaVersions.map(({ number, publishedAt, note }) => (
          <li key={number}>
            <Link href={`${href}/versions/${number}`}>{words('agenda.version', { number })}</Link>{' '}
            <Time at={publishedAt} zone={meeting.zone} place={zoneLabel(meeting.zone, words)} isBare />
            {note && (
              <span className="block soft" dir="auto">
                {note}
              </span>
            )}
          </li>
        ))}
      </ul>
      {last && agendaChanges.length > 0 && (
        <>
          <h3>{words('agenda.changesSince', { number: last.number })}</h3>
          <Changes changes={agendaChanges} />
        </>
      )}
      {meeting.viewerMay.includes('EDIT') && meeting.agenda.length > 0 && (
        <div className="no-print">
          <p className="soft">{words('agenda.publishLead')}</p>
          <Form
            id="publish-agenda"
            method="post"
            refusals={refusals}
            values={typed}
            actions={
              <SubmitButton size="small" name="doing" value="publish">
                {words('agenda.publishAs', { number: (last?.number ?? 0) + 1 })}
              </SubmitButton>
            }
          >
            <input type="hidden" name="meetingId" value={meeting.id} />
            <TextField name="note" label={words('agenda.why')} maxLength={1000} />
          </Form>
        </div>
      )}
    </Section>
  )
}
