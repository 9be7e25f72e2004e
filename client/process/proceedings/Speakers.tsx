import type { Words } from '#schema/words/index.js'
import { Button, Checkbox, Chip, Cluster, FormElement, Section, useKey, useWords } from '../../ui/index.js'
import type { RoomMeeting } from './room.route.js'
import type { RoomAct } from './use-room-acts.js'

const nameOf = (person: { name?: string | null } | null | undefined, words: Words) =>
  person?.name ?? words('room.former')

/** Who speaks and who waits: asking, taking it back, giving the floor. */
export function Speakers({ meeting, act }: { meeting: RoomMeeting; act: RoomAct }) {
  const words = useWords<Words>()
  const { room } = meeting
  const mayLead = room.viewerMay.includes('LEAD')
  const mayAsk = room.viewerMay.includes('TAKE_PART')
  const waiting = room.queue.filter(({ state }) => state === 'WAITING')
  const speaking = room.queue.find(({ state }) => state === 'SPEAKING')
  const own = waiting.find(({ isOwn }) => isOwn)
  const first = waiting[0]
  // As they checked in.
  const isRemote = meeting.ownPresence?.mode === 'REMOTE'
  useKey(
    { key: 's', label: words('room.keySpeak') },
    () => act(own ? { doing: 'withdraw', id: own.id } : { doing: 'ask', isRemote: String(isRemote) }),
    mayAsk,
  )
  useKey({ key: 'f', label: words('room.keyFloor') }, () => first && act({ doing: 'give', id: first.id }), mayLead)
  useKey({ key: 'e', label: words('room.keyEnd') }, () => speaking && act({ doing: 'end', id: speaking.id }), mayLead)
  useKey(
    { key: 'l', label: words('room.keyList') },
    () => act({ doing: 'list', isOpen: String(!room.isListOpen) }),
    mayLead,
  )
  return (
    <Section id="speakers" title={words('room.speakers')} note={room.isListOpen ? undefined : words('room.listClosed')}>
      {room.queue.length === 0 && <p className="soft">{words('room.waiting', { count: room.queueCount })}</p>}
      <ol className="room-queue">
        {room.queue.map((one) => (
          <li key={one.id}>
            <span>
              <bdi>{nameOf(one.person, words)}</bdi> {one.isOwn && <span className="soft">({words('room.you')})</span>}{' '}
              {one.isRemote && <span className="soft">{words('room.remote')}</span>}{' '}
              {one.number && <span className="soft">{words('room.askedAt', { number: one.number })}</span>}
            </span>
            {one.state === 'SPEAKING' && (
              <Chip tone="good" shape="full">
                {words('room.speaking')} {words('room.length', inMinutes(one.seconds ?? 0))}
              </Chip>
            )}
            <FormElement method="post" className="no-print">
              <input type="hidden" name="id" value={one.id} />
              <Cluster gap={2}>
                {mayLead && one.state === 'WAITING' && (
                  <>
                    <Button type="submit" size="small" name="doing" value="give">
                      {words('room.give')}
                    </Button>
                    {one !== first && <PutFirst before={first!.id} />}
                  </>
                )}
                {mayLead && one.state === 'SPEAKING' && (
                  <Button type="submit" size="small" name="doing" value="end">
                    {words('room.endSpeech')}
                  </Button>
                )}
                {one.state === 'WAITING' && (mayLead || one.isOwn) && (
                  <Button type="submit" size="small" kind="quiet" name="doing" value="withdraw">
                    {words(one.isOwn ? 'room.withdraw' : 'room.takeOff')}
                  </Button>
                )}
              </Cluster>
            </FormElement>
          </li>
        ))}
      </ol>
      <Cluster gap={4} className="no-print">
        {mayAsk && !own && room.isListOpen && (
          <FormElement method="post">
            <input type="hidden" name="meetingId" value={meeting.id} />
            <Cluster gap={4}>
              <Button type="submit" name="doing" value="ask" aria-keyshortcuts="s">
                {words('room.ask')}
              </Button>
              <Checkbox name="isRemote" label={words('room.fromAfar')} defaultChecked={isRemote} />
            </Cluster>
          </FormElement>
        )}
        {mayLead && (
          <FormElement method="post">
            <input type="hidden" name="meetingId" value={meeting.id} />
            <input type="hidden" name="isOpen" value={String(!room.isListOpen)} />
            <Button type="submit" kind="quiet" name="doing" value="list">
              {words(room.isListOpen ? 'room.closeList' : 'room.openList')}
            </Button>
          </FormElement>
        )}
      </Cluster>
      {room.spoken.length > 0 && (
        <>
          <h3>{words('room.spoken')}</h3>
          <ul className="bullets">
            {room.spoken.map(({ id, person, seconds }) => (
              <li key={id}>
                <bdi>{nameOf(person, words)}</bdi>{' '}
                <span className="soft">{words('room.length', inMinutes(seconds ?? 0))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

/** Puts somebody first; the field travels with the form only for this button's row. */
function PutFirst({ before }: { before: string }) {
  const words = useWords<Words>()
  return (
    <>
      <input type="hidden" name="before" value={before} />
      <Button type="submit" size="small" kind="quiet" name="doing" value="first">
        {words('room.first')}
      </Button>
    </>
  )
}

const inMinutes = (seconds: number) => ({ minutes: Math.floor(seconds / 60), seconds: seconds % 60 })

/** Whose screens show the room. */
export function Present({ meeting: { room } }: { meeting: RoomMeeting }) {
  const words = useWords<Words>()
  return (
    <Section id="present" title={words('room.present')} note={words('room.presentNote')}>
      <p className="soft">{words('room.presentCount', { count: room.presentCount })}</p>
      <ul className="room-present">
        {room.present.map(({ person, isRemote }, at) => (
          <li key={person?.id ?? at}>
            <bdi>{nameOf(person, words)}</bdi>
            {isRemote && <span className="soft"> {words('room.remote')}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
