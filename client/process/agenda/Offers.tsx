import type { Words } from '#schema/words/index.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { Button, FormElement, Section, useWords } from '../../ui/index.js'
import type { AgendaOnPage } from './agenda.route.js'
import { OutcomeChip } from './AgendaRowFacts.js'

/** What the last meeting left: one by one, or all with one press. */
export function Offers({ meeting }: { meeting: AgendaOnPage }) {
  const words = useWords<Words>()
  return (
    <div className="no-print">
      <Section id="offers" title={words('agenda.offersTitle')} note={words('agenda.offersNote')}>
        <FormElement method="post">
          <input type="hidden" name="doing" value="carry" />
          <input type="hidden" name="meetingId" value={meeting.id} />
          <ul className="agenda-choices">
            {meeting.agendaOffers.map(({ id, number, title, outcome }) => (
              <li key={id}>
                <span>
                  <span dir="auto">{title}</span> <span className="soft">{words('agenda.from', { number })}</span>{' '}
                  <OutcomeChip outcome={outcome ?? null} progress="NOT_BEGUN" />
                </span>
                <Button
                  type="submit"
                  size="small"
                  name="item"
                  value={id}
                  aria-label={`${words('agenda.takeOver')}: ${title}`}
                >
                  {words('agenda.takeOver')}
                </Button>
              </li>
            ))}
          </ul>
          <SubmitButton size="small" kind="primary">
            {words('agenda.takeOverAll')}
          </SubmitButton>
        </FormElement>
      </Section>
    </div>
  )
}
