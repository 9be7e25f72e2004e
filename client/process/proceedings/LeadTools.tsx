import { useRef } from 'react'
import { useNavigate } from 'react-router'
import { agendaOutcomes, type AgendaOutcome } from '#schema/vocabulary/agenda.js'
import type { Words } from '#schema/words/index.js'
import { Button, Cluster, FormElement, Select, TextField, useKey, useWords } from '../../ui/index.js'
import { meetingHref } from '../meetings/index.js'
import type { RoomMeeting, RoomRow } from './room.route.js'
import type { RoomAct } from './use-room-acts.js'

interface Leading {
  readonly meeting: RoomMeeting
  readonly shown: RoomRow | null
  readonly isAway: boolean
  readonly act: RoomAct
}

/** Leading the room, by keys of one hand or by buttons; the buttons work without scripts. */
export function LeadTools({ meeting, shown, isAway, act }: Leading) {
  const words = useWords<Words>()
  const { room } = meeting
  const jump = useRef<HTMLDivElement>(null)
  const navigate = useNavigate()
  const move = (to: Readonly<Record<string, string>>) => {
    act({ doing: 'move', expectedRevision: String(room.revision), ...to })
    // Whoever leads the room is where it is.
    if (isAway) void navigate(`${meetingHref(meeting.group, meeting.number)}/room`, { replace: true })
  }
  useKey({ key: 'n', label: words('room.keyNext') }, () => move({ step: 'NEXT' }))
  useKey({ key: 'p', label: words('room.keyPrevious') }, () => move({ step: 'PREVIOUS' }))
  useKey({ key: 'd', label: words('room.keyDone') }, () => move({ step: 'NEXT', finish: 'true' }))
  useKey({ key: 'g', label: words('room.keyJump') }, () =>
    jump.current?.querySelector<HTMLInputElement>('input[name=number]')?.focus(),
  )
  useKey({ key: 'h', label: words('room.keyHere') }, () => shown && move({ to: shown.id }), isAway && shown !== null)
  const hidden = (
    <>
      <input type="hidden" name="meetingId" value={meeting.id} />
      <input type="hidden" name="expectedRevision" value={room.revision} />
      <input type="hidden" name="doing" value="move" />
    </>
  )
  return (
    <section className="room-lead no-print" aria-label={words('room.leading')}>
      {room.state === 'OPEN' &&
        agendaOutcomes.map((outcome, at) => (
          <OutcomeKey key={outcome} digit={String(at + 1)} outcome={outcome} move={move} />
        ))}
      <Cluster gap={2}>
        <FormElement method="post">
          {hidden}
          <Cluster gap={2}>
            <Button type="submit" name="step" value="PREVIOUS" aria-keyshortcuts="p">
              {words('room.previous')}
            </Button>
            <Button type="submit" name="step" value="NEXT" kind="primary" aria-keyshortcuts="n">
              {words('room.next')}
            </Button>
            {isAway && shown && (
              <Button type="submit" name="to" value={shown.id} aria-keyshortcuts="h">
                {words('room.takeHere')}
              </Button>
            )}
          </Cluster>
        </FormElement>
        <div ref={jump}>
          <FormElement
            method="post"
            onSubmit={(event) => {
              event.preventDefault()
              const field = event.currentTarget.elements.namedItem('number') as HTMLInputElement
              if (field.value.trim() === '') return
              move({ number: field.value.trim() })
              field.value = ''
              // The keys of the room work again.
              field.blur()
            }}
          >
            {hidden}
            <Cluster gap={2}>
              <TextField
                name="number"
                label={words('room.jump')}
                isLabelHidden
                placeholder={words('room.jump')}
                inputMode="decimal"
                autoComplete="off"
                size={12}
              />
              <Button type="submit">{words('room.go')}</Button>
            </Cluster>
          </FormElement>
        </div>
      </Cluster>
      {room.state === 'OPEN' && room.number && (
        <FormElement method="post">
          {hidden}
          <input type="hidden" name="step" value="NEXT" />
          <Cluster gap={2}>
            <Select
              name="outcome"
              label={words('room.outcome')}
              isLabelHidden
              placeholder={words('room.noOutcome')}
              options={agendaOutcomes.map((value) => ({ value, label: words(`agenda.outcome.${value}`) }))}
            />
            <Button type="submit" name="finish" value="true" aria-keyshortcuts="d">
              {words('room.done')}
            </Button>
          </Cluster>
        </FormElement>
      )}
    </section>
  )
}

function OutcomeKey({
  digit,
  outcome,
  move,
}: {
  digit: string
  outcome: AgendaOutcome
  move: (to: Readonly<Record<string, string>>) => void
}) {
  const words = useWords<Words>()
  const label = words('room.keyOutcome', { outcome: words(`agenda.outcome.${outcome}`) })
  useKey({ key: digit, label }, () => move({ step: 'NEXT', finish: 'true', outcome }))
  return null
}
