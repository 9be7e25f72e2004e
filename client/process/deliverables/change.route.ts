/** The pages that change a deliverable. Each has one form or several, which post to its own address and come back to the deliverable when they are done. */
import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import {
  AddDeliverableEditorDocument,
  AddDeliverableMilestoneDocument,
  AnswerTransmissionDocument,
  ApproveDeliverableDocument,
  ApproveDeliverablePageDocument,
  ChangeDeliverableStateDocument,
  CreateDeliverableDocument,
  EditDeliverablePageDocument,
  EndDeliverableEditorDocument,
  FreezeDeliverableDocument,
  HandOverPageDocument,
  MoveDeliverableMilestoneDocument,
  NewDeliverablePageDocument,
  ParentCheckDocument,
  RaiseDeliverableIssueDocument,
  ReachDeliverableMilestoneDocument,
  ReceiveTransmissionDocument,
  SettleDeliverableIssueDocument,
  TransmitDeliverableDocument,
  UpdateDeliverableDocument,
  type ApproveDeliverablePageQuery,
  type DeliverableHeadFragment,
  type DeliverablePermission,
  type EditDeliverablePageQuery,
  type HandOverPageQuery,
  type NewDeliverablePageQuery,
  type ParentCheckQuery,
} from '#schema/generated/operations.js'
import {
  deliverableStates,
  deliverableTypes,
  dispositions,
  intendedProducts,
  milestoneKinds,
  parentAnswers,
  transmissionKinds,
} from '#schema/vocabulary/deliverables.js'
import { deliverableRemedies } from '#schema/vocabulary/process.js'
import type { SentForm } from '../../app/forms.js'
import { newKey } from '../../app/new-key.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orRefuse, refuseWith } from '../../api/index.js'
import { changeAction, missing } from '../../roadmap/parts/index.js'
import type { FieldRefusal } from '../../ui/index.js'
import { isDay } from '../deadlines/index.js'
import { deliverableHref, keyIn, numberIn } from './address.js'
import { AnswerPage } from './AnswerPage.js'
import { ApprovePage } from './ApprovePage.js'
import { ChangeStatePage } from './ChangeStatePage.js'
import { EditDeliverable, NewDeliverable } from './EditDeliverable.js'
import { FreezePage } from './FreezePage.js'
import { HandOverPage } from './HandOverPage.js'
import { PlanPage } from './PlanPage.js'

type Params = LoaderFunctionArgs['params']
type Acting = Promise<unknown> | readonly FieldRefusal[]

const one = <T extends string>(list: readonly T[], text: string): T | undefined => list.find((known) => known === text)

const key = (sent: SentForm) => sent.text('idempotencyKey')
const target = (sent: SentForm) => ({ id: sent.text('id'), expectedRevision: Number(sent.text('expectedRevision')) })

/** A page under the address of a deliverable. Not shown to whoever may not do what it is for: the server would refuse in the end anyway. */
const changeRoute = <Data extends { readonly deliverable: DeliverableHeadFragment }>(
  tools: RouteTools,
  spec: {
    readonly path: string
    readonly permission: DeliverablePermission
    readonly Component: RouteObject['Component']
    load(params: Params, request: Request): Promise<Data>
    act(sent: SentForm, params: Params): Acting
    readonly part?: string
    /** Where one stays for the next form; else one comes out at the deliverable. */
    readonly stays?: boolean
  },
): RouteObject => ({
  path: `groups/:slug/deliverables/:key/${spec.path}`,
  Component: spec.Component,
  handle: { isExample: ({ deliverable }: Data) => deliverable.group.isExample },
  loader: async ({ params, request }: LoaderFunctionArgs): Promise<Data> => {
    const data = await spec.load(params, request)
    if (!data.deliverable.viewerMay.includes(spec.permission)) throw refuseWith('FORBIDDEN')
    return data
  },
  // Also after a refusal: a form that was STALE shows the new state.
  shouldRevalidate: () => true,
  action: changeAction<unknown>(tools, {
    act: (sent, params) => spec.act(sent, params),
    leadsTo: (_done, { slug = '', key: name = '' }) => {
      const href = `/groups/${slug}/deliverables/${encodeURIComponent(name)}`
      return `${href}${spec.stays ? `/${spec.path}` : ''}${spec.part ? `#${spec.part}` : ''}`
    },
  }),
})

/** What may be planned, as both forms send it. */
const planOf = (sent: SentForm) => ({
  title: sent.text('title'),
  type: one(deliverableTypes, sent.text('type')) ?? 'UNKNOWN',
  subgroupId: sent.optional('subgroupId'),
  code: sent.optional('code'),
  scope: sent.optional('scope'),
  baseText: sent.optional('baseText'),
  targetQuestion: sent.optional('targetQuestion'),
  intendedProduct: one(intendedProducts, sent.text('intendedProduct')) ?? 'UNKNOWN',
  gaps: sent.lines('gaps'),
  documentId: sent.optional('documentId'),
  note: sent.optional('note'),
})

export interface NewDeliverableData {
  readonly group: NonNullable<NewDeliverablePageQuery['group']>
  readonly idempotencyKey: string
}

/** `/groups/<slug>/deliverables/new` */
export const newDeliverableRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/deliverables/new',
  Component: NewDeliverable,
  handle: { isExample: ({ group }: NewDeliverableData) => group.isExample },
  loader: async ({ params }: LoaderFunctionArgs): Promise<NewDeliverableData> => {
    const { group } = await orRefuse(tools.api(NewDeliverablePageDocument, { group: found(params.slug) }))
    if (!found(group).deliverablesViewerMay.includes('EDIT')) throw refuseWith('FORBIDDEN')
    return { group: found(group), idempotencyKey: newKey() }
  },
  action: changeAction(tools, {
    act: (sent, { slug = '' }) => {
      const wrong = missing(sent, tools.words('deliverable.titleMissing'), 'title')
      if (wrong.length > 0) return wrong
      const input = { group: slug, idempotencyKey: key(sent), ...planOf(sent) }
      return tools.api(CreateDeliverableDocument, { input })
    },
    leadsTo: ({ createDeliverable }, { slug = '' }) => deliverableHref({ slug }, createDeliverable),
  }),
})

export interface EditData {
  readonly deliverable: NonNullable<EditDeliverablePageQuery['deliverable']>
  readonly group: NonNullable<EditDeliverablePageQuery['group']>
  /** Today, for days that cannot lie ahead. */
  readonly today: string
  readonly idempotencyKey: string
}

const loadEdit =
  ({ api }: RouteTools) =>
  async (params: Params): Promise<EditData> => {
    const { deliverable, group, now } = await orRefuse(api(EditDeliverablePageDocument, keyIn(params)))
    return {
      deliverable: found(deliverable),
      group: found(group),
      today: now.slice(0, 10),
      idempotencyKey: newKey(),
    }
  }

export const editDeliverableRoute = (tools: RouteTools): RouteObject =>
  changeRoute<EditData>(tools, {
    path: 'edit',
    permission: 'EDIT',
    Component: EditDeliverable,
    part: 'plan',
    load: loadEdit(tools),
    act: (sent) => {
      const wrong = missing(sent, tools.words('deliverable.titleMissing'), 'title')
      return wrong.length > 0
        ? wrong
        : tools.api(UpdateDeliverableDocument, { input: { ...target(sent), ...planOf(sent) } })
    },
  })

export const stateRoute = (tools: RouteTools): RouteObject =>
  changeRoute<EditData>(tools, {
    path: 'state',
    permission: 'EDIT',
    Component: ChangeStatePage,
    part: 'way',
    load: loadEdit(tools),
    act: (sent) => {
      const state = one(deliverableStates, sent.text('state'))
      if (!state) return [{ field: 'state', sentence: tools.words('deliverable.stateMissing') }]
      return tools.api(ChangeDeliverableStateDocument, {
        input: {
          ...target(sent),
          state,
          on: sent.optional('on'),
          reason: sent.optional('reason'),
          mergedIntoId: state === 'MERGED' ? sent.optional('mergedIntoId') : null,
        },
      })
    },
  })

/** Milestones, editors and issues. The name of a form begins with what it does: `move-<id>`. */
export const planRoute = (tools: RouteTools): RouteObject =>
  changeRoute<EditData>(tools, {
    path: 'plan',
    permission: 'EDIT',
    Component: PlanPage,
    stays: true,
    load: loadEdit(tools),
    act: (sent) => planAct(tools, sent),
  })

function planAct({ api, words }: RouteTools, sent: SentForm): Acting {
  const once = { idempotencyKey: key(sent), deliverableId: sent.text('deliverableId') }
  const needs = (field: string, sentence: string): FieldRefusal[] => missing(sent, sentence, field)
  const dayless = (field: string): FieldRefusal[] =>
    isDay(sent.text(field)) ? [] : [{ field, sentence: words('deliverable.dayMissing') }]
  const [doing] = sent.text('form').split('-')
  switch (doing) {
    case 'milestone': {
      const wrong = dayless('plannedOn')
      const kind = one(milestoneKinds, sent.text('kind')) ?? 'OTHER'
      if (wrong.length > 0) return wrong
      const input = { ...once, kind, label: sent.optional('label'), plannedOn: sent.text('plannedOn') }
      return api(AddDeliverableMilestoneDocument, { input })
    }
    case 'move': {
      const wrong = [...dayless('plannedOn'), ...needs('reason', words('deliverable.moveReasonMissing'))]
      if (wrong.length > 0) return wrong
      const input = { ...target(sent), plannedOn: sent.text('plannedOn'), reason: sent.text('reason') }
      return api(MoveDeliverableMilestoneDocument, { input })
    }
    case 'reach': {
      const wrong = dayless('doneOn')
      if (wrong.length > 0) return wrong
      return api(ReachDeliverableMilestoneDocument, { input: { ...target(sent), doneOn: sent.text('doneOn') } })
    }
    case 'unreach':
      return api(ReachDeliverableMilestoneDocument, { input: { ...target(sent), doneOn: null } })
    case 'editor': {
      const wrong = needs('personId', words('deliverable.editorMissing'))
      if (wrong.length > 0) return wrong
      const input = { ...once, personId: sent.text('personId'), from: sent.optional('from') }
      return api(AddDeliverableEditorDocument, { input })
    }
    case 'end': {
      const wrong = dayless('to')
      if (wrong.length > 0) return wrong
      return api(EndDeliverableEditorDocument, { input: { ...target(sent), to: sent.text('to') } })
    }
    case 'settle': {
      const wrong = needs('how', words('deliverable.settleMissing'))
      if (wrong.length > 0) return wrong
      return api(SettleDeliverableIssueDocument, { input: { ...target(sent), how: sent.text('how') } })
    }
    default: {
      const wrong = needs('text', words('deliverable.issueMissing'))
      if (wrong.length > 0) return wrong
      return api(RaiseDeliverableIssueDocument, { input: { ...once, text: sent.text('text') } })
    }
  }
}

export const freezeRoute = (tools: RouteTools): RouteObject =>
  changeRoute<EditData>(tools, {
    path: 'freeze',
    permission: 'EDIT',
    Component: FreezePage,
    part: 'versions',
    load: loadEdit(tools),
    act: (sent) =>
      tools.api(FreezeDeliverableDocument, {
        input: {
          idempotencyKey: key(sent),
          deliverableId: sent.text('deliverableId'),
          meetingId: sent.optional('meetingId'),
          note: sent.optional('note'),
        },
      }),
  })

export interface ApproveData {
  readonly deliverable: NonNullable<ApproveDeliverablePageQuery['deliverable']>
}

export const approveRoute = (tools: RouteTools): RouteObject =>
  changeRoute<ApproveData>(tools, {
    path: 'approve',
    permission: 'APPROVE',
    Component: ApprovePage,
    part: 'versions',
    load: async (params) => {
      const { deliverable } = await orRefuse(tools.api(ApproveDeliverablePageDocument, keyIn(params)))
      return { deliverable: found(deliverable) }
    },
    act: (sent) => {
      const wrong = [
        ...missing(sent, tools.words('deliverable.versionMissing'), 'versionId'),
        ...missing(sent, tools.words('deliverable.decisionMissing'), 'decisionId'),
      ]
      if (wrong.length > 0) return wrong
      const input = { ...target(sent), versionId: sent.text('versionId'), decisionId: sent.text('decisionId') }
      return tools.api(ApproveDeliverableDocument, { input })
    },
  })

export interface HandOverData {
  readonly deliverable: NonNullable<HandOverPageQuery['deliverable']>
  /** The meeting that the address names: `?meeting=<id>`, or `?on=2027-03-01&name=…`. */
  readonly chosen: { readonly meetingId: string | null; readonly on: string | null; readonly name: string | null }
  /** Whether a final text would be in time for it; null while no day is chosen, or when no rule speaks of it. */
  readonly check: NonNullable<ParentCheckQuery['deliverable']>['parentCheck']
  readonly idempotencyKey: string
}

export const handOverRoute = (tools: RouteTools): RouteObject =>
  changeRoute<HandOverData>(tools, {
    path: 'hand-over',
    permission: 'HAND_OVER',
    Component: HandOverPage,
    part: 'transmissions',
    load: async (params, request) => {
      const asked = new URL(request.url).searchParams
      const { deliverable } = await orRefuse(tools.api(HandOverPageDocument, keyIn(params)))
      const meeting = found(deliverable).parentMeetings.find(({ id }) => id === asked.get('meeting'))
      const given = asked.get('on') ?? ''
      const on = meeting?.startsOn ?? (isDay(given) ? given : null)
      const checked = on === null ? null : await orRefuse(tools.api(ParentCheckDocument, { ...keyIn(params), on }))
      return {
        deliverable: found(deliverable),
        chosen: { meetingId: meeting?.id ?? null, on, name: asked.get('name')?.trim() || null },
        check: checked?.deliverable?.parentCheck ?? null,
        idempotencyKey: newKey(),
      }
    },
    act: (sent) => {
      const kind = one(transmissionKinds, sent.text('kind')) ?? 'DRAFT'
      const wrong = missing(sent, tools.words('deliverable.versionMissing'), 'versionId')
      if (wrong.length > 0) return wrong
      const parentMeetingId = sent.optional('parentMeetingId')
      return tools.api(TransmitDeliverableDocument, {
        input: {
          idempotencyKey: key(sent),
          deliverableId: sent.text('deliverableId'),
          expectedRevision: Number(sent.text('expectedRevision')),
          kind,
          versionId: sent.text('versionId'),
          parentMeetingId,
          parentMeetingOn: parentMeetingId ? null : sent.optional('parentMeetingOn'),
          parentMeetingName: parentMeetingId ? null : sent.optional('parentMeetingName'),
          remedy: one(deliverableRemedies, sent.text('remedy')) ?? null,
          waiverReason: sent.optional('waiverReason'),
          carriedToOn: sent.optional('carriedToOn'),
          note: sent.optional('note'),
        },
      })
    },
  })

export interface AnswerData extends EditData {
  readonly transmission: EditData['deliverable']['transmissions'][number]
}

export const answerRoute = (tools: RouteTools): RouteObject =>
  changeRoute<AnswerData>(tools, {
    path: 'transmissions/:number/answer',
    permission: 'HAND_OVER',
    Component: AnswerPage,
    part: 'transmissions',
    load: async (params) => {
      const number = numberIn(params.number)
      const data = await loadEdit(tools)(params)
      return { ...data, transmission: found(data.deliverable.transmissions.find((sent) => sent.number === number)) }
    },
    act: (sent) => {
      if (sent.text('form') === 'receive') {
        const input = { ...target(sent), on: sent.optional('on'), receipt: sent.optional('receipt') }
        return tools.api(ReceiveTransmissionDocument, { input })
      }
      const answer = one(parentAnswers, sent.text('answer'))
      if (!answer) return [{ field: 'answer', sentence: tools.words('deliverable.answerMissing') }]
      const disposition = answer === 'TAKEN_UP' ? (one(dispositions, sent.text('disposition')) ?? null) : null
      return tools.api(AnswerTransmissionDocument, {
        input: {
          ...target(sent),
          answer,
          disposition,
          on: sent.optional('on'),
          note: sent.optional('note'),
          item: sent.optional('item'),
        },
      })
    },
  })
