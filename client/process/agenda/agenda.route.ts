import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  AddAgendaItemDocument,
  AgendaChoicesDocument,
  AgendaPageDocument,
  AgendaPeopleDocument,
  AgendaPreviewDocument,
  AgendaVersionPageDocument,
  CarryAgendaOverDocument,
  FillAgendaDocument,
  MoveAgendaItemDocument,
  PublishAgendaDocument,
  PutBackAgendaItemDocument,
  RemoveAgendaItemDocument,
  SetAgendaHoursDocument,
  UpdateAgendaItemDocument,
  type AgendaChoicesQuery,
  type AgendaPageQuery,
  type AgendaPreviewQuery,
  type AgendaVersionPageQuery,
} from '#schema/generated/operations.js'
import {
  agendaOutcomes,
  agendaProgress,
  agendaSteps,
  agendaSubjects,
  agendaTemplateKeys,
  type AgendaTemplateKey,
} from '#schema/vocabulary/agenda.js'
import { fieldRefusals, refuseForm, sentForm, type SentForm } from '../../app/forms.js'
import { newKey } from '../../app/new-key.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orAnswer, orRefuse } from '../../api/index.js'
import type { FieldRefusal } from '../../ui/index.js'
import { meetingAddress } from '../meetings/index.js'
import { agendaHref } from './agenda-address.js'
import { AgendaPage } from './AgendaPage.js'
import { AgendaVersionPage } from './AgendaVersionPage.js'
import { readHours } from './hours.js'

export type AgendaOnPage = NonNullable<AgendaPageQuery['meeting']>
export type AgendaRowOnPage = AgendaOnPage['agenda'][number]

export interface AgendaData {
  meeting: AgendaOnPage
  /** The row whose form is open; null when none is, or it may not be changed. */
  open: {
    row: AgendaRowOnPage
    people: readonly { id: string; name: string }[]
    /** What was looked for to put on it. */
    find: string
    choices: AgendaChoicesQuery['agendaSubjectChoices'] | null
  } | null
  /** The template that is looked at. */
  preview: { template: AgendaTemplateKey; rows: AgendaPreviewQuery['agendaTemplate'] } | null
  idempotencyKey: string
}

const oneOf = <T extends string>(list: readonly T[], value: string | null): T | null =>
  list.find((known) => known === value) ?? null

/** `/groups/:slug/meetings/:number/agenda`; `?row=` opens the form of a row, `?find=` looks for what it is about, `?template=` shows a template. */
export const agendaRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/meetings/:number/agenda',
  Component: AgendaPage,
  handle: { isExample: ({ meeting }: AgendaData) => meeting.group.isExample },
  loader: async ({ params, request }: LoaderFunctionArgs): Promise<AgendaData> => {
    const { api } = tools
    const address = meetingAddress(params)
    const asked = new URL(request.url).searchParams
    const meeting = found((await orRefuse(api(AgendaPageDocument, address))).meeting)
    const mayEdit = meeting.viewerMay.includes('EDIT')
    const row = mayEdit ? meeting.agenda.find(({ id }) => id === asked.get('row')) : undefined
    const template = mayEdit ? oneOf(agendaTemplateKeys, asked.get('template')) : null
    return {
      meeting,
      open: row ? await openRow(tools, address.group, meeting.id, row, asked.get('find')?.trim() ?? '') : null,
      preview: template && {
        template,
        rows: (await orRefuse(api(AgendaPreviewDocument, { meetingId: meeting.id, template }))).agendaTemplate,
      },
      idempotencyKey: newKey(),
    }
  },
  // Also after a refusal: a form that was STALE shows the new state.
  shouldRevalidate: () => true,
  action: async ({ request, params }: ActionFunctionArgs) => {
    const { group, number } = meetingAddress(params)
    const sent = await sentForm(request)
    const doing = oneOf(intents, sent.text('doing'))
    const acting = doing ? acts[doing](sent, tools) : []
    const form = doing === 'edit' || doing === 'subject' ? `row-${sent.text('id')}` : (doing ?? 'add')
    if (Array.isArray(acting)) return refuseForm(form, sent, acting)
    const { done, refusals } = await orAnswer(acting as Promise<unknown>)
    if (refusals) {
      return refuseForm(form, sent, fieldRefusals(refusals, tools.words), { codes: refusals.map(({ code }) => code) })
    }
    // A key that was pressed, or a row that was dropped somewhere, leaves the reader where they are.
    if (sent.isTicked('stay')) return { done }
    const href = agendaHref({ slug: group }, number)
    return redirect(doing === 'subject' ? `${href}?row=${sent.text('id')}#row-${sent.text('id')}` : href)
  },
})

async function openRow(
  { api }: RouteTools,
  group: string,
  meetingId: string,
  row: AgendaRowOnPage,
  find: string,
): Promise<AgendaData['open']> {
  const [people, choices] = await Promise.all([
    orRefuse(api(AgendaPeopleDocument, { group })),
    find ? orRefuse(api(AgendaChoicesDocument, { meetingId, words: find })) : null,
  ])
  const named = new Map(
    (people.group?.roles ?? []).flatMap(({ person }) => (person.name ? [[person.id, person.name] as const] : [])),
  )
  if (row.presentedBy?.name) named.set(row.presentedBy.id, row.presentedBy.name)
  return {
    row,
    people: [...named].map(([id, name]) => ({ id, name })),
    find,
    choices: choices?.agendaSubjectChoices ?? null,
  }
}

type Act = (sent: SentForm, tools: RouteTools) => Promise<unknown> | FieldRefusal[]

const visibilities = ['PUBLIC', 'ACCOUNT', 'PARTICIPANTS', 'MANAGEMENT'] as const

const intents = [
  'add',
  'edit',
  'subject',
  'move',
  'remove',
  'putBack',
  'fill',
  'carry',
  'actions',
  'hours',
  'publish',
] as const

/** Null: left empty; undefined: no number of minutes. */
function minutesOf(sent: SentForm): number | null | undefined {
  const text = sent.text('minutes')
  if (text === '') return null
  return /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= 1440 ? Number(text) : undefined
}

const target = (sent: SentForm) => ({ id: sent.text('id'), expectedRevision: Number(sent.text('expectedRevision')) })

/** What each form of the page does, by the value of its `doing`. */
const acts: Readonly<Record<(typeof intents)[number], Act>> = {
  add: (sent, { api, words }) => {
    const minutes = minutesOf(sent)
    if (minutes === undefined) return [{ field: 'minutes', sentence: words('agenda.minutesWrong') }]
    const input = {
      meetingId: sent.text('meetingId'),
      title: sent.text('title'),
      minutes,
      under: sent.optional('under'),
      idempotencyKey: sent.text('idempotencyKey'),
    }
    return api(AddAgendaItemDocument, { input })
  },
  edit: (sent, { api, words }) => {
    const minutes = minutesOf(sent)
    if (minutes === undefined) return [{ field: 'minutes', sentence: words('agenda.minutesWrong') }]
    const presenterId = sent.optional('presenterId')
    const visibility = oneOf(visibilities, sent.text('visibility'))
    const progress = oneOf(agendaProgress, sent.text('progress'))
    const input = {
      ...target(sent),
      title: sent.text('title'),
      note: sent.optional('note'),
      minutes,
      presenterId,
      presenter: presenterId ? null : sent.optional('presenter'),
      outcome: oneOf(agendaOutcomes, sent.text('outcome')),
      ...(visibility && { visibility }),
      ...(progress && { progress }),
    }
    return api(UpdateAgendaItemDocument, { input })
  },
  subject: (sent, { api }) => {
    const [kindGiven = '', id = ''] = sent.text('subject').split(' ')
    const kind = oneOf(agendaSubjects, kindGiven)
    return api(UpdateAgendaItemDocument, { input: { ...target(sent), subject: kind ? { kind, id } : null } })
  },
  move: (sent, { api }) => {
    const step = oneOf(agendaSteps, sent.text('step'))
    const to = { under: sent.optional('under'), before: sent.optional('before') }
    return api(MoveAgendaItemDocument, { input: { id: sent.text('id'), ...(step ? { step } : { to }) } })
  },
  remove: (sent, { api }) => api(RemoveAgendaItemDocument, { input: target(sent) }),
  putBack: (sent, { api }) => api(PutBackAgendaItemDocument, { id: sent.text('id') }),
  fill: (sent, { api }) => {
    const template = oneOf(agendaTemplateKeys, sent.text('template')) ?? 'ORDINARY_MEETING'
    const input = { meetingId: sent.text('meetingId'), template, idempotencyKey: sent.text('idempotencyKey') }
    return api(FillAgendaDocument, { input })
  },
  carry: (sent, { api }) => {
    const itemIds = sent.all('item')
    return api(CarryAgendaOverDocument, {
      input: { meetingId: sent.text('meetingId'), ...(itemIds.length > 0 && { itemIds }) },
    })
  },
  actions: async (sent, { api }) => {
    const chosen = sent.text('action')
    for (const id of chosen ? [chosen] : sent.all('offered')) {
      const input = {
        meetingId: sent.text('meetingId'),
        title: sent.text(`title-${id}`),
        under: sent.optional('under'),
        subject: { kind: 'ACTION' as const, id },
        visibility: oneOf(visibilities, sent.text(`visibility-${id}`)) ?? 'MANAGEMENT',
        // Pressed twice, it puts none there twice.
        idempotencyKey: `${sent.text('idempotencyKey')} ${id}`,
      }
      await api(AddAgendaItemDocument, { input })
    }
  },
  hours: (sent, { api, words }) => {
    const sittings = readHours(sent.text('sittings'))
    if ('line' in sittings) return [{ field: 'sittings', sentence: words('agenda.hoursWrong', { ...sittings }) }]
    const expectedRevision = Number(sent.text('expectedRevision'))
    return api(SetAgendaHoursDocument, {
      input: { meetingId: sent.text('meetingId'), expectedRevision, sittings: [...sittings] },
    })
  },
  publish: (sent, { api }) =>
    api(PublishAgendaDocument, { input: { meetingId: sent.text('meetingId'), note: sent.optional('note') } }),
}

export interface AgendaVersionData {
  meeting: NonNullable<AgendaVersionPageQuery['meeting']>
  version: NonNullable<NonNullable<AgendaVersionPageQuery['meeting']>['agendaVersion']>
}

/** `/groups/:slug/meetings/:number/agenda/versions/:version` */
export const agendaVersionRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'groups/:slug/meetings/:number/agenda/versions/:version',
  Component: AgendaVersionPage,
  handle: { isExample: ({ meeting }: AgendaVersionData) => meeting.group.isExample },
  loader: async ({ params }: LoaderFunctionArgs): Promise<AgendaVersionData> => {
    const version = found(/^[1-9]\d{0,4}$/.test(params['version'] ?? '') ? Number(params['version']) : null)
    const answer = await orRefuse(api(AgendaVersionPageDocument, { ...meetingAddress(params), version }))
    const meeting = found(answer.meeting)
    return { meeting, version: found(meeting.agendaVersion) }
  },
})
