import { agendaTemplateKeys } from '#schema/vocabulary/agenda.js'
import type { Words } from '#schema/words/index.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { Cluster, FormElement, LinkButton, Section, useWords } from '../../ui/index.js'
import { agendaHref } from './agenda-address.js'
import { levelOf } from './agenda-marks.js'
import type { AgendaData } from './agenda.route.js'
import { Duration } from './AgendaRowFacts.js'

/** Ready-made agendas: looked at first, then added. */
export function Templates({ data: { meeting, preview, idempotencyKey } }: { data: AgendaData }) {
  const words = useWords<Words>()
  const href = agendaHref(meeting.group, meeting.number)
  return (
    <div className="no-print">
      <Section id="templates" title={words('agenda.templates')} note={words('agenda.templatesNote')}>
        <Cluster>
          {agendaTemplateKeys.map((key) => (
            <LinkButton key={key} size="small" href={`${href}?template=${key}#templates`}>
              {words(`agenda.template.${key}`)}
            </LinkButton>
          ))}
        </Cluster>
        {preview && (
          <FormElement method="post" className="agenda-preview">
            <h3>
              {words('agenda.previewTitle', {
                template: words(`agenda.template.${preview.template}`),
                count: preview.rows.length,
              })}
            </h3>
            <p className="soft">{words('agenda.previewText')}</p>
            <ol className="agenda-plain">
              {preview.rows.map(({ number, title, minutes }) => (
                <li key={number} data-level={levelOf(number)}>
                  <span className="agenda-number">{number}</span> <span dir="auto">{title}</span>{' '}
                  {minutes !== null && (
                    <span className="soft">
                      <Duration minutes={minutes} />
                    </span>
                  )}
                </li>
              ))}
            </ol>
            <input type="hidden" name="meetingId" value={meeting.id} />
            <input type="hidden" name="template" value={preview.template} />
            <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
            <Cluster>
              <SubmitButton kind="primary" size="small" name="doing" value="fill">
                {words('agenda.fill')}
              </SubmitButton>
              <LinkButton kind="quiet" size="small" href={href}>
                {words('agenda.close')}
              </LinkButton>
            </Cluster>
          </FormElement>
        )}
      </Section>
    </div>
  )
}
