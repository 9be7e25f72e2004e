import { useRef } from 'react'
import { blockOutcomes } from '#schema/vocabulary/proceedings.js'
import type { Words } from '#schema/words/index.js'
import {
  Button,
  CheckboxGroup,
  Cluster,
  Disclosure,
  Form,
  FormElement,
  Section,
  Select,
  TextField,
  useKey,
  useWords,
} from '../../ui/index.js'
import type { RoomMeeting } from './room.route.js'
import type { RoomAct } from './use-room-acts.js'

/** Approving many rows at once: proposed by the chair, pulled out by anybody, approved together. */
export function Block({ meeting, act }: { meeting: RoomMeeting; act: RoomAct }) {
  const words = useWords<Words>()
  const { room } = meeting
  const mayLead = room.viewerMay.includes('LEAD')
  if (room.state !== 'OPEN' || (!room.block && !mayLead)) return null
  return (
    <Section id="block" title={words('room.block')} note={words('room.blockNote')}>
      {room.block ? <Proposed block={room.block} room={room} act={act} /> : <Propose meeting={meeting} />}
    </Section>
  )
}

function Propose({ meeting }: { meeting: RoomMeeting }) {
  const words = useWords<Words>()
  const open = meeting.agenda.filter(({ progress }) => progress !== 'DONE')
  const place = useRef<HTMLDivElement>(null)
  useKey(
    { key: 'k', label: words('room.keyPropose') },
    () => {
      const details = place.current?.querySelector('details')
      if (!details) return
      details.open = true
      details.querySelector<HTMLInputElement>('input[type=checkbox]')?.focus()
    },
    open.length > 0,
  )
  if (open.length === 0) return null
  return (
    <div ref={place} className="no-print">
      <Disclosure summary={words('room.blockPropose')}>
        <Form
          id="propose-block"
          method="post"
          actions={
            <Button type="submit" name="doing" value="propose">
              {words('room.blockPropose')}
            </Button>
          }
        >
          <input type="hidden" name="meetingId" value={meeting.id} />
          <CheckboxGroup
            name="item"
            label={words('room.blockChoose')}
            isCompact
            choices={open.map(({ id, number, title }) => ({
              value: id,
              label: words('agenda.rowName', { number, title }),
            }))}
          />
          <Select
            name="outcome"
            label={words('room.blockOutcome')}
            defaultValue="APPROVED"
            options={blockOutcomes.map((value) => ({ value, label: words(`agenda.outcome.${value}`) }))}
          />
        </Form>
      </Disclosure>
    </div>
  )
}

function Proposed({
  block,
  room,
  act,
}: {
  block: NonNullable<RoomMeeting['room']['block']>
  room: RoomMeeting['room']
  act: RoomAct
}) {
  const words = useWords<Words>()
  const kept = block.rows.filter(({ isPulled }) => !isPulled)
  useKey(
    { key: 'y', label: words('room.keyApprove') },
    () => act({ doing: 'approve', blockId: block.id, expectedRevision: String(block.revision) }),
    room.viewerMay.includes('LEAD') && kept.length > 0,
  )
  return (
    <>
      <p>{words('room.blockProposed', { outcome: words(`agenda.outcome.${block.outcome}`) })}</p>
      <ul className="agenda-choices">
        {block.rows.map(({ item, isPulled, pulledBy, reason }) => (
          <li key={item.id}>
            <span>
              {isPulled ? (
                <s dir="auto">{`${item.number} ${item.title}`}</s>
              ) : (
                <bdi>{`${item.number} ${item.title}`}</bdi>
              )}
              {isPulled && (
                <span className="block soft">
                  {words('room.blockPulled', { name: pulledBy?.name ?? words('room.former') })}
                  {reason && <span dir="auto"> {reason}</span>}
                </span>
              )}
            </span>
            {!isPulled && room.viewerMay.includes('TAKE_PART') && (
              <FormElement method="post" className="no-print">
                <input type="hidden" name="doing" value="pull" />
                <input type="hidden" name="blockId" value={block.id} />
                <Cluster gap={2}>
                  <TextField
                    name="reason"
                    label={words('room.blockWhy')}
                    isLabelHidden
                    placeholder={words('room.blockWhy')}
                    maxLength={500}
                  />
                  <Button type="submit" size="small" name="item" value={item.id}>
                    {words('room.blockPull')}
                  </Button>
                </Cluster>
              </FormElement>
            )}
          </li>
        ))}
      </ul>
      {room.viewerMay.includes('LEAD') && (
        <FormElement method="post" className="no-print">
          <input type="hidden" name="blockId" value={block.id} />
          <input type="hidden" name="expectedRevision" value={block.revision} />
          <Cluster gap={2}>
            {kept.length > 0 && (
              <Button type="submit" kind="primary" name="doing" value="approve" aria-keyshortcuts="y">
                {words('room.blockApprove', { count: kept.length })}
              </Button>
            )}
            <Button type="submit" kind="quiet" name="doing" value="takeBack">
              {words('room.blockWithdraw')}
            </Button>
          </Cluster>
        </FormElement>
      )}
    </>
  )
}
