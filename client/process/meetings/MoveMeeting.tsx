import { useLoaderData } from 'react-router'
import type { Words } from '#schema/words/index.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import { Button, DateField, Form, Notice, Section, TextArea, useWords } from '../../ui/index.js'
import { ChangeForm, ChangeHead } from './ChangePage.js'
import type { MoveData } from './move-meeting.route.js'
import { AlsoMoves } from './AlsoMoves.js'
import { AudienceTold } from './AudienceTold.js'
import { MovedDates } from './MovedDates.js'

/** Moves a meeting in two steps: choose the days and see what moves; then confirm. */
export function MoveMeeting() {
  const words = useWords<Words>()
  const { meeting, startsOn, endsOn, move, refusals } = useLoaderData<MoveData>()
  return (
    <>
      <ChangeHead meeting={meeting} title={words('meeting.move')} lead={words('meeting.moveLead')} />
      <Section id="days" title={words('meeting.newDays')}>
        <Form
          id="days-of-move"
          method="get"
          refusals={refusals}
          actions={
            <Button type="submit" kind={move ? 'plain' : 'primary'}>
              {words('meeting.showMove')}
            </Button>
          }
        >
          <div className="side-by-side">
            <DateField
              key={`from ${startsOn}`}
              name="startsOn"
              label={words('meeting.startsOn')}
              defaultValue={startsOn || meeting.startsOn}
              isRequired
            />
            <DateField
              key={`to ${endsOn}`}
              name="endsOn"
              label={words('meeting.endsOn')}
              hint={words('meeting.endsOnHint')}
              defaultValue={endsOn || meeting.endsOn}
            />
          </div>
        </Form>
      </Section>
      {move && <Confirm data={{ meeting, startsOn, endsOn, move }} />}
    </>
  )
}

function Confirm({
  data: { meeting, move },
}: {
  data: Pick<MoveData, 'meeting' | 'startsOn' | 'endsOn'> & { move: NonNullable<MoveData['move']> }
}) {
  const words = useWords<Words>()
  const { typed } = useFormAnswer('move')
  const released = typed['release'] ?? []
  return (
    <Section id="what-moves" title={words('meeting.whatMoves')} note={words('meeting.whatMovesNote')}>
      <div className="wide">
        <ChangeForm meeting={meeting} name="move" send={words('meeting.moveNow')}>
          <input type="hidden" name="startsOn" value={move.startsOn} />
          <input type="hidden" name="endsOn" value={move.endsOn} />
          {move.warnings.map(({ code, text }) => (
            <Notice key={code + text} kind="attention">
              {text}
            </Notice>
          ))}
          <MovedDates move={move} meeting={meeting} released={typeof released === 'string' ? [released] : released} />
          <AlsoMoves lines={move.alsoMoves} />
          <AudienceTold audience={meeting.audience} />
          <TextArea
            name="reason"
            label={words('meeting.reason')}
            hint={words('meeting.moveReasonHint')}
            maxLength={2000}
            rows={3}
          />
        </ChangeForm>
      </div>
    </Section>
  )
}
