import type { Words } from '#schema/words/index.js'
import { SubmitButton } from '../../../app/SubmitButton.js'
import { useFormAnswer } from '../../../app/use-form-answer.js'
import { Checkbox, Form, LinkButton, TextArea, TextField, TimeField, useWords } from '../../../ui/index.js'
import { ModeField } from '../MeetingFields.js'
import type { NewSeriesData } from './new-series.route.js'
import { rhythm } from './series-plan.js'
import { SeriesDays } from './SeriesDays.js'

/** Stands for the place of a meeting in its series; the server puts the number there. */
const MARK = '{n}'

/** The days with their ticks, and what each meeting is called with. */
export function ChosenSeries({ data, shown }: { data: NewSeriesData; shown: NonNullable<NewSeriesData['shown']> }) {
  const words = useWords<Words>()
  const { group } = data
  const { refusals, typed } = useFormAnswer('series')
  const ticked = typed['only']
  return (
    <div className="wide">
      <p>{words('series.chosen', { rhythm: rhythm(shown.plan, words), count: shown.days.length })}</p>
      <Form
        id="new-series"
        method="post"
        refusals={refusals}
        values={typed}
        actions={
          <>
            <SubmitButton kind="primary">{words('series.callNow')}</SubmitButton>
            <LinkButton href={`/groups/${group.slug}`} kind="quiet">
              {words('meeting.back')}
            </LinkButton>
          </>
        }
      >
        <input type="hidden" name="idempotencyKey" value={String(typed['idempotencyKey'] ?? data.idempotencyKey)} />
        <div id="new-series-only">
          <SeriesDays
            group={group}
            shown={shown}
            ticked={refusals.length === 0 ? null : typeof ticked === 'string' ? [ticked] : (ticked ?? [])}
          />
        </div>
        <TextField
          name="title"
          label={words('series.title')}
          hint={words('series.titleHint', { example: MARK })}
          defaultValue={words('series.titleProposed', { mark: MARK, group: group.acronym ?? group.name })}
          isRequired
        />
        <ModeField mode="REMOTE" />
        <div className="place-fields">
          <TextField name="place" label={words('meeting.place')} />
          <TextField name="country" label={words('meeting.country')} />
          <TextField name="host" label={words('meeting.host')} hint={words('meeting.hostHint')} />
        </div>
        <div className="remote-fields">
          <TextArea
            name="remoteDetails"
            label={words('meeting.remoteDetails')}
            hint={words('meeting.remoteDetailsHint')}
            rows={2}
            maxLength={500}
          />
        </div>
        <TimeField name="closesAt" label={words('meeting.closesAtTime')} hint={words('meeting.closesAtHint')} />
        <TextArea name="objectives" label={words('meeting.objectives')} hint={words('meeting.optional')} rows={3} />
        <Checkbox
          name="isPreparatory"
          label={words('meeting.isPreparatory')}
          hint={words('meeting.isPreparatoryHint')}
        />
      </Form>
    </div>
  )
}
