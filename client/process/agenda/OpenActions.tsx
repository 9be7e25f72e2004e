import type { Words } from '#schema/words/index.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { Button, Cluster, FormElement, Link, RefusedInline, Section, Select, useWords } from '../../ui/index.js'
import type { AgendaData } from './agenda.route.js'
import { notOnAgenda, rowForActions } from './open-actions.js'

/** What was handed out and is still to be done: it returns on this agenda, one by one or all with one press. [AG-10] */
export function OpenActions({ data: { meeting, idempotencyKey } }: { data: AgendaData }) {
  const words = useWords<Words>()
  const { refusals } = useFormAnswer('actions')
  const { agenda } = meeting
  const offered = notOnAgenda(meeting.actionsToReport, agenda)
  if (offered.length === 0) return null
  return (
    <div className="no-print">
      <Section id="open-actions" title={words('agenda.openActions')} note={words('agenda.openActionsNote')}>
        {refusals.map(({ sentence }) => (
          <RefusedInline key={sentence} sentence={sentence} />
        ))}
        <FormElement method="post">
          <input type="hidden" name="doing" value="actions" />
          <input type="hidden" name="meetingId" value={meeting.id} />
          <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
          {offered.map(({ id, number, text, visibility }) => (
            <span key={id} hidden>
              <input type="hidden" name="offered" value={id} />
              <input
                type="hidden"
                name={`title-${id}`}
                value={words('agenda.actionRow', { number, text }).slice(0, 300)}
              />
              <input type="hidden" name={`visibility-${id}`} value={visibility} />
            </span>
          ))}
          <ul className="agenda-choices">
            {offered.map(({ id, number, text, owner, ownerWords, group }) => (
              <li key={id}>
                <span>
                  <Link href={`/groups/${group.slug}/actions/${number}`} dir="auto">
                    {text}
                  </Link>{' '}
                  <bdi className="soft">{owner?.name ?? ownerWords ?? words('agenda.erased')}</bdi>
                </span>
                <Button
                  type="submit"
                  size="small"
                  name="action"
                  value={id}
                  aria-label={`${words('agenda.putAction')}: ${text}`}
                >
                  {words('agenda.putAction')}
                </Button>
              </li>
            ))}
          </ul>
          <Cluster gap={2}>
            <Select
              name="under"
              label={words('agenda.putActionsUnder')}
              placeholder={words('agenda.atTop')}
              defaultValue={rowForActions(agenda) ?? ''}
              options={agenda.map(({ id, number, title }) => ({
                value: id,
                label: words('agenda.rowName', { number, title }),
              }))}
            />
            <SubmitButton size="small" kind="primary">
              {words('agenda.putAllActions')}
            </SubmitButton>
          </Cluster>
        </FormElement>
      </Section>
    </div>
  )
}
