import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  ApproveBlockDocument,
  AskToSpeakDocument,
  AttendRoomDocument,
  EndRehearsalDocument,
  EndSpeechDocument,
  GiveFloorDocument,
  MoveRoomDocument,
  OpenRehearsalDocument,
  ProposeBlockDocument,
  PullFromBlockDocument,
  ReorderSpeechDocument,
  RoomPageDocument,
  SetSpeakersListDocument,
  SettleDocumentsDocument,
  WithdrawBlockDocument,
  WithdrawSpeechDocument,
  type RoomPageQuery,
} from '#schema/generated/operations.js'
import { agendaOutcomes } from '#schema/vocabulary/agenda.js'
import { DOCUMENT_PROGRESS, DOCUMENT_RESULTS } from '#schema/vocabulary/document-list.js'
import { blockOutcomes, roomSteps } from '#schema/vocabulary/proceedings.js'
import { fieldRefusals, refuseForm, sentForm, type SentForm } from '../../app/forms.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orAnswer, orRefuse } from '../../api/index.js'
import { meetingAddress, meetingHref } from '../meetings/index.js'
import { RoomPage } from './RoomPage.js'

export type RoomMeeting = NonNullable<RoomPageQuery['meeting']>
export type RoomRow = RoomMeeting['agenda'][number]

export interface RoomData {
  meeting: RoomMeeting
  now: string
  /** The row that the reader chose to look at; null while they follow the room. */
  chosen: string | null
  /** The network was gone when this was asked for: what was known last. */
  isOld: boolean
}

/** `/groups/:slug/meetings/:number/room`; `?row=` looks at a row while the room is elsewhere. */
export const roomRoute = (tools: RouteTools): RouteObject => {
  // In a browser only: what was seen last stays on the screen when the network goes. [RO-9]
  let last: { key: string; data: Omit<RoomData, 'chosen' | 'isOld'> } | null = null
  return {
    path: 'groups/:slug/meetings/:number/room',
    Component: RoomPage,
    handle: { isExample: ({ meeting }: RoomData) => meeting.group.isExample },
    loader: async ({ params, request }: LoaderFunctionArgs): Promise<RoomData> => {
      const address = meetingAddress(params)
      const key = `${address.group} ${address.number}`
      const chosen = new URL(request.url).searchParams.get('row')
      const asking = tools.api(RoomPageDocument, address)
      const { done, refusals } = await orAnswer(asking)
      if (refusals && refusals[0]?.code === 'OFFLINE' && last?.key === key) return { ...last.data, chosen, isOld: true }
      const { meeting, now } = done ?? (await orRefuse(asking))
      const data = { meeting: found(meeting), now }
      if (typeof window !== 'undefined') last = { key, data }
      return { ...data, chosen: data.meeting.agenda.some(({ id }) => id === chosen) ? chosen : null, isOld: false }
    },
    // Also after a refusal: whoever pressed too late sees where the room is.
    shouldRevalidate: () => true,
    action: async ({ request, params }: ActionFunctionArgs) => {
      const { group, number } = meetingAddress(params)
      const sent = await sentForm(request)
      const doing = intents.find((known) => known === sent.text('doing')) ?? 'attend'
      const { refusals } = await orAnswer(acts[doing](sent, tools))
      if (refusals) {
        return refuseForm(doing, sent, fieldRefusals(refusals, tools.words), {
          codes: refusals.map(({ code }) => code),
        })
      }
      return sent.isTicked('stay') ? null : redirect(`${meetingHref({ slug: group }, number)}/room`)
    },
  }
}

const intents = [
  'move',
  'rehearse',
  'endRehearsal',
  'attend',
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
] as const

const meetingOf = (sent: SentForm) => sent.text('meetingId')

/** What each form and key of the room does, by the value of its `doing`. */
const acts: Readonly<Record<(typeof intents)[number], (sent: SentForm, tools: RouteTools) => Promise<unknown>>> = {
  move: (sent, { api }) => {
    const step = roomSteps.find((known) => known === sent.text('step'))
    const outcome = agendaOutcomes.find((known) => known === sent.text('outcome'))
    const finish = sent.isTicked('finish')
    const input = {
      meetingId: meetingOf(sent),
      expectedRevision: Number(sent.text('expectedRevision')),
      finish,
      ...(step && { step }),
      ...(sent.text('to') && { to: sent.text('to') }),
      ...(sent.text('number') && { number: sent.text('number') }),
      ...(finish && outcome && { outcome }),
    }
    return api(MoveRoomDocument, { input })
  },
  rehearse: (sent, { api }) => api(OpenRehearsalDocument, { meetingId: meetingOf(sent) }),
  endRehearsal: (sent, { api }) => api(EndRehearsalDocument, { meetingId: meetingOf(sent) }),
  attend: (sent, { api }) =>
    api(AttendRoomDocument, { input: { meetingId: meetingOf(sent), isRemote: sent.isTicked('isRemote') } }),
  ask: (sent, { api }) =>
    api(AskToSpeakDocument, { input: { meetingId: meetingOf(sent), isRemote: sent.isTicked('isRemote') } }),
  withdraw: (sent, { api }) => api(WithdrawSpeechDocument, { id: sent.text('id') }),
  give: (sent, { api }) => api(GiveFloorDocument, { id: sent.text('id') }),
  end: (sent, { api }) => api(EndSpeechDocument, { id: sent.text('id') }),
  first: (sent, { api }) =>
    api(ReorderSpeechDocument, { input: { id: sent.text('id'), before: sent.optional('before') } }),
  list: (sent, { api }) =>
    api(SetSpeakersListDocument, { input: { meetingId: meetingOf(sent), isOpen: sent.isTicked('isOpen') } }),
  propose: (sent, { api }) => {
    const outcome = blockOutcomes.find((known) => known === sent.text('outcome')) ?? 'APPROVED'
    return api(ProposeBlockDocument, { input: { meetingId: meetingOf(sent), itemIds: sent.all('item'), outcome } })
  },
  pull: (sent, { api }) =>
    api(PullFromBlockDocument, {
      input: { blockId: sent.text('blockId'), itemId: sent.text('item'), reason: sent.optional('reason') },
    }),
  approve: (sent, { api }) =>
    api(ApproveBlockDocument, {
      input: { blockId: sent.text('blockId'), expectedRevision: Number(sent.text('expectedRevision')) },
    }),
  settle: (sent, { api }) => {
    const [id = '', revision = ''] = sent.text('document').split(' ')
    const became = sent.text('became')
    const input = {
      meetingId: meetingOf(sent),
      documents: [{ id, expectedRevision: Number(revision) }],
      result: DOCUMENT_RESULTS.find((one) => one === became) ?? null,
      progress: DOCUMENT_PROGRESS.find((one) => one === became) ?? null,
      note: sent.optional('note'),
    }
    return api(SettleDocumentsDocument, { input })
  },
  takeBack: (sent, { api }) => api(WithdrawBlockDocument, { blockId: sent.text('blockId') }),
}
