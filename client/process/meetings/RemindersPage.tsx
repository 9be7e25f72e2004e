import { useLoaderData } from 'react-router'
import type { ReminderRowFragment } from '#schema/generated/operations.js'
import type { Words } from '#schema/words/index.js'
import { SubmitButton } from '../../app/SubmitButton.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import {
  Chip,
  DataTable,
  Day,
  EmptyState,
  Form,
  FormElement,
  Section,
  Select,
  TextField,
  Time,
  useWords,
  VisuallyHidden,
  type ShapeName,
  type Tone,
} from '../../ui/index.js'
import { zoneLabel } from '#schema/words/dates.js'
import { AudienceCount } from './AudienceTold.js'
import { ChangeHead } from './ChangePage.js'
import type { RemindersData } from './reminders.route.js'

const marks: Readonly<Record<ReminderRowFragment['state'], { tone: Tone; shape: ShapeName }>> = {
  PLANNED: { tone: 'progress', shape: 'ring' },
  SENT: { tone: 'good', shape: 'full' },
  OFF: { tone: 'quiet', shape: 'cross' },
  MISSED: { tone: 'quiet', shape: 'dash' },
}

/** Every reminder of a meeting before it goes out: when, of what, to whom; and a way to switch it. */
export function RemindersPage() {
  const words = useWords<Words>()
  const { meeting, reminders } = useLoaderData<RemindersData>()
  const { refusals, typed } = useFormAnswer('reminder')
  const mayChange = meeting.viewerMay.includes('REMIND')
  const dates = [...new Set(reminders.map(({ obligation }) => obligation))]
  const name = (obligation: string) => words.dynamic(`deadline.obligation.${obligation}`)
  return (
    <>
      <ChangeHead meeting={meeting} title={words('reminder.title')} lead={words('reminder.lead')} />
      <DataTable
        caption={words('reminder.title')}
        isCaptionHidden
        isMain
        rows={reminders}
        rowKey={({ obligation, daysBefore }) => `${obligation} ${daysBefore}`}
        empty={<EmptyState title={words('reminder.none')}>{words('reminder.noneText')}</EmptyState>}
        columns={[
          {
            id: 'what',
            header: words('reminder.what'),
            isRowHeader: true,
            cell: ({ obligation, daysBefore, dueOn, isAdded }) => (
              <>
                {name(obligation)}
                <span className="block soft weak">
                  {words('reminder.ahead', { days: daysBefore })} · <Day on={dueOn} />
                  {isAdded && ` · ${words('reminder.isAdded')}`}
                </span>
              </>
            ),
          },
          {
            id: 'when',
            header: words('reminder.when'),
            cell: ({ sendAt, zone }) => <Time at={sendAt} zone={zone} place={zoneLabel(zone, words)} />,
          },
          {
            id: 'whom',
            header: words('reminder.whom'),
            cell: ({ audience, recipients }) => (
              <>
                <span className="block">{words(`reminder.audience.${audience}`)}</span>
                <AudienceCount audience={recipients} />
              </>
            ),
          },
          {
            id: 'state',
            header: words('reminder.state'),
            cell: ({ state, told }) => (
              <>
                <Chip {...marks[state]}>{words(`reminder.state.${state}`)}</Chip>
                {told !== null && <span className="block soft">{words('reminder.sentTo', { count: told })}</span>}
              </>
            ),
          },
          ...(mayChange
            ? [
                {
                  id: 'change',
                  header: words('reminder.change'),
                  cell: (row: ReminderRowFragment) => <Switch meetingId={meeting.id} row={row} name={name} />,
                },
              ]
            : []),
        ]}
      />
      {mayChange && dates.length > 0 && (
        <Section id="add" title={words('reminder.addTitle')}>
          <Form
            id="add-reminder"
            method="post"
            refusals={refusals}
            values={typed}
            actions={<SubmitButton>{words('reminder.add')}</SubmitButton>}
          >
            <input type="hidden" name="id" value={meeting.id} />
            <input type="hidden" name="isOn" value="true" />
            <Select
              name="obligation"
              label={words('reminder.of')}
              defaultValue=""
              placeholder={words('reminder.chooseDate')}
              options={dates.map((value) => ({ value, label: name(value) }))}
              isRequired
            />
            <TextField
              name="daysBefore"
              className="field-short"
              inputMode="numeric"
              label={words('reminder.days')}
              hint={words('reminder.daysHint')}
              isRequired
            />
          </Form>
        </Section>
      )}
    </>
  )
}

/** One button; what is over cannot be switched any more. */
function Switch({
  meetingId,
  row: { obligation, daysBefore, state, isAdded },
  name,
}: {
  meetingId: string
  row: ReminderRowFragment
  name: (obligation: string) => string
}) {
  const words = useWords<Words>()
  if (state === 'SENT' || state === 'MISSED') return null
  const isOff = state === 'OFF'
  return (
    <FormElement method="post" className="no-print">
      <input type="hidden" name="id" value={meetingId} />
      <input type="hidden" name="obligation" value={obligation} />
      <input type="hidden" name="daysBefore" value={daysBefore} />
      <input type="hidden" name="isOn" value={String(isOff)} />
      <SubmitButton>
        {words(isOff ? 'reminder.switchOn' : isAdded ? 'reminder.takeAway' : 'reminder.switchOff')}
        <VisuallyHidden>{`: ${name(obligation)}, ${words('reminder.ahead', { days: daysBefore })}`}</VisuallyHidden>
      </SubmitButton>
    </FormElement>
  )
}
