import { useEffect, useRef } from 'react'
import { useFetcher, useLoaderData, useNavigate, useRevalidator } from 'react-router'
import { formatDay } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import { PageHead } from '../../app/PageHead.js'
import { useFormAnswer } from '../../app/use-form-answer.js'
import {
  Button,
  Chip,
  EmptyState,
  FormElement,
  LinkButton,
  Notice,
  PageHeader,
  RefusedInline,
  Split,
  Stack,
  useAnnounce,
  useKey,
  useWords,
} from '../../ui/index.js'
import { agendaHref } from '../agenda/index.js'
import { MeetingCrumbs, MeetingDays, meetingHref } from '../meetings/index.js'
import { Block } from './Block.js'
import { LeadTools } from './LeadTools.js'
import type { RoomData, RoomMeeting } from './room.route.js'
import { RoomRows } from './RoomRows.js'
import { RoomTools } from './RoomTools.js'
import { RowNow } from './RowNow.js'
import { SettleDocument } from './SettleDocument.js'
import { Present, Speakers } from './Speakers.js'
import { useRoomActs } from './use-room-acts.js'
import { useRoomLine } from './use-room-line.js'

/** The live room: the row the meeting is at, for every screen that follows; leading it for those who may. */
export function RoomPage() {
  const words = useWords<Words>()
  const data = useLoaderData<RoomData>()
  const { meeting } = data
  const { room, group } = meeting
  const href = `${meetingHref(group, meeting.number)}/room`
  return (
    <>
      <PageHead
        title={`${words('room.title')}: ${meeting.title}`}
        description={words('room.description', { meeting: meeting.title })}
        canonical={href}
        isPrivate
      />
      <MeetingCrumbs meeting={meeting} doing={words('room.title')} />
      <PageHeader
        isCompact
        eyebrow={
          <>
            <span dir="auto">{meeting.title}</span>, <MeetingDays meeting={meeting} />
          </>
        }
        title={words('room.title')}
        marks={
          <Chip
            tone={room.state === 'OPEN' ? 'good' : room.state === 'REHEARSAL' ? 'attention' : 'quiet'}
            shape={room.state === 'OPEN' ? 'full' : room.state === 'REHEARSAL' ? 'half' : 'ring'}
          >
            {words(`room.state.${room.state}`)}
          </Chip>
        }
        actions={<LinkButton href={agendaHref(group, meeting.number)}>{words('agenda.toAgenda')}</LinkButton>}
      />
      {room.state === 'CLOSED' ? <ClosedRoom meeting={meeting} /> : <OpenRoom data={data} href={href} />}
    </>
  )
}

function ClosedRoom({ meeting }: { meeting: RoomMeeting }) {
  const words = useWords<Words>()
  const { refusals } = useFormAnswer('rehearse')
  const { revalidate } = useRevalidator()
  // Whoever waits before the door is let in when it opens, by the chair or by the clock.
  useRoomLine(meeting.id, false, () => void revalidate())
  const isBefore = meeting.state === 'PLANNED' || meeting.state === 'ANNOUNCED'
  return (
    <Stack>
      {refusals.map(({ sentence }) => (
        <RefusedInline key={sentence} sentence={sentence} />
      ))}
      <EmptyState title={words('room.closedTitle')}>
        {isBefore ? words('room.closedText', { on: formatDay(meeting.startsOn, words) }) : words('room.closedOver')}
      </EmptyState>
      {isBefore && meeting.room.viewerMay.includes('LEAD') && (
        <FormElement method="post">
          <input type="hidden" name="meetingId" value={meeting.id} />
          <Button type="submit" kind="primary" name="doing" value="rehearse">
            {words('room.rehearse')}
          </Button>
        </FormElement>
      )}
    </Stack>
  )
}

const forms = [
  'move',
  'ask',
  'withdraw',
  'give',
  'end',
  'first',
  'list',
  'propose',
  'pull',
  'approve',
  'takeBack',
  'settle',
]

function OpenRoom({ data, href }: { data: RoomData; href: string }) {
  const words = useWords<Words>()
  const announce = useAnnounce()
  const navigate = useNavigate()
  const { meeting, chosen, isOld } = data
  const { room } = meeting
  const mayLead = room.viewerMay.includes('LEAD')
  const takesPart = room.viewerMay.includes('TAKE_PART')
  const sign = useFetcher()
  const isRemote = String(meeting.ownPresence?.mode === 'REMOTE')
  const { lostSince, isHealed } = useRoomLine(meeting.id, isOld, () => {
    if (takesPart)
      void sign.submit({ doing: 'attend', stay: 'true', meetingId: meeting.id, isRemote }, { method: 'post' })
  })
  const { act, sentence } = useRoomActs(meeting.id, lostSince !== null)
  const here = meeting.agenda.find(({ id }) => id === room.item?.id) ?? null
  const shown = chosen ? (meeting.agenda.find(({ id }) => id === chosen) ?? here) : here
  const isAway = chosen !== null && chosen !== here?.id
  useKey(
    { key: 'b', label: words('room.keyBack') },
    () => void navigate(href, { replace: true, preventScrollReset: true }),
    chosen !== null,
  )
  useMoveSpoken(room.number ?? null, here ? words('agenda.rowName', { number: here.number, title: here.title }) : null)
  useEffect(() => {
    if (isHealed) announce(words('room.healed'))
  }, [isHealed, announce, words])
  return (
    <>
      <div aria-live="polite" className="room-news">
        {lostSince && (
          <Notice kind="attention" title={words('room.lost', { time: clock(lostSince, words.locale) })}>
            {words('room.lostText')}
          </Notice>
        )}
        {isHealed && <p className="soft">{words('room.healed')}</p>}
        {isAway && (
          <Notice kind="example">
            {shown && room.number
              ? words('room.lookingAt', { shown: shown.number, number: room.number })
              : words('room.lookingAtNone', { shown: shown?.number ?? '' })}{' '}
            <LinkButton size="small" href={href}>
              {words('room.back')}
            </LinkButton>
          </Notice>
        )}
      </div>
      <Refusals sentence={sentence} />
      {room.state === 'REHEARSAL' && <Rehearsal meeting={meeting} mayLead={mayLead} />}
      <Split side="end" aside={<RoomRows meeting={meeting} chosen={chosen} href={href} />}>
        <Stack gap={8}>
          <RowNow data={data} row={shown} isAway={isAway} />
          {shown && <SettleDocument meeting={meeting} row={shown} />}
          <RoomTools meeting={meeting} row={shown} />
          {mayLead && <LeadTools meeting={meeting} shown={shown} isAway={isAway} act={act} />}
          <Speakers meeting={meeting} act={act} />
          <Block meeting={meeting} act={act} />
          <Present meeting={meeting} />
        </Stack>
      </Split>
      <p className="print-only fact-note">{words('room.notePrint')}</p>
    </>
  )
}

/** Why something was not done, of keys and of forms alike. */
function Refusals({ sentence }: { sentence: string | null }) {
  const words = useWords<Words>()
  const answers = useAllAnswers()
  const stale = answers.find(({ form, codes }) => form === 'approve' && codes.includes('STALE'))
  const told = stale
    ? [words('room.blockStale')]
    : answers.flatMap(({ refusals }) => refusals.map((one) => one.sentence))
  return (
    <>
      {[...new Set([...(sentence ? [sentence] : []), ...told])].map((one) => (
        <div key={one} role="alert" className="spaced">
          <RefusedInline sentence={one} />
        </div>
      ))}
    </>
  )
}

function useAllAnswers() {
  // The list never changes, so the hooks are always called in the same order.
  return forms.map((form) => ({ form, ...useFormAnswer(form) }))
}

function Rehearsal({ meeting, mayLead }: { meeting: RoomMeeting; mayLead: boolean }) {
  const words = useWords<Words>()
  return (
    <div className="spaced room-news">
      <Notice kind="attention" title={words('room.rehearsalTitle')}>
        {words('room.rehearsalText')}
      </Notice>
      {mayLead && (
        <FormElement method="post">
          <input type="hidden" name="meetingId" value={meeting.id} />
          <Button type="submit" size="small" name="doing" value="endRehearsal">
            {words('room.endRehearsal')}
          </Button>
        </FormElement>
      )}
    </div>
  )
}

/** Says where the room has gone, when it goes; not where it is when one comes. */
function useMoveSpoken(number: string | null, row: string | null): void {
  const words = useWords<Words>()
  const announce = useAnnounce()
  const before = useRef(number)
  useEffect(() => {
    if (before.current === number) return
    before.current = number
    if (number) announce(words('room.moved', { row: row ?? number }))
  }, [number, row, announce, words])
}

/** The reader's own clock: the line was lost here and now. */
const clock = (at: Date, locale: string) =>
  new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(
    at,
  )
