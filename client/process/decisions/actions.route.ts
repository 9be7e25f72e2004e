import { redirect, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  ActionListPageDocument,
  ActionPageDocument,
  HandOutActionFormDocument,
  MoveActionDocument,
  MyActionsPageDocument,
  RecordActionDocument,
  UpdateActionDocument,
  type ActionListPageQuery,
  type ActionPageQuery,
  type HandOutActionFormQuery,
  type MyActionsPageQuery,
} from '#schema/generated/operations.js'
import { actionStates, type ActionState } from '#schema/vocabulary/decisions.js'
import type { SentForm } from '../../app/forms.js'
import { newKey } from '../../app/new-key.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orRefuse, refuseWith } from '../../api/index.js'
import { changeAction, missing } from '../../roadmap/parts/index.js'
import { ActionList, ActionPage, HandOutAction, MyActions } from './ActionPages.js'
import { actionHref, decisionHref, meetingPage, numbered, numberIn } from './parts/index.js'

const PAGE = 50

const shown: Readonly<Record<'open' | 'done' | 'all', readonly ActionState[]>> = {
  open: ['NEEDS_ACTION', 'IN_PROCESS'],
  done: ['COMPLETED', 'CANCELLED'],
  all: [],
}

export interface ActionListData {
  readonly group: NonNullable<ActionListPageQuery['group']>
  readonly actions: ActionListPageQuery['actions']
  readonly which: keyof typeof shown
}

/** `/groups/example/actions?show=done` */
export const actionListRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'groups/:slug/actions',
  Component: ActionList,
  handle: { isExample: ({ group }: ActionListData) => group.isExample },
  loader: async ({ request, params }: LoaderFunctionArgs): Promise<ActionListData> => {
    const { searchParams } = new URL(request.url)
    const asked = searchParams.get('show')
    const which = asked === 'done' || asked === 'all' ? asked : 'open'
    const slug = found(params['slug'])
    const before = searchParams.get('before')
    const after = searchParams.get('after')
    const { group, actions } = await orRefuse(
      api(ActionListPageDocument, {
        group: slug,
        filter: { group: slug, ...(which !== 'all' && { state: [...shown[which]] }) },
        ...(before ? { last: PAGE, before } : { first: PAGE, after }),
      }),
    )
    return { group: found(group), actions, which }
  },
})

/** What the form of an action says. */
const given = (sent: SentForm) => ({
  text: sent.text('text'),
  owner: sent.optional('owner'),
  ownerWords: sent.optional('ownerWords'),
  dueMeeting: numberIn(sent.text('dueMeeting')),
  dueOn: sent.optional('dueOn'),
})

export interface ActionPageData {
  readonly action: NonNullable<ActionPageQuery['action']>
}

/** `/groups/example/actions/4` */
export const actionRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/actions/:number',
  Component: ActionPage,
  handle: { isExample: ({ action }: ActionPageData) => action.group.isExample },
  // Also after a refusal: a form that was STALE shows the new state.
  shouldRevalidate: () => true,
  loader: async ({ params }: LoaderFunctionArgs): Promise<ActionPageData> => {
    const { action } = await orRefuse(tools.api(ActionPageDocument, numbered(params)))
    return { action: found(action) }
  },
  action: changeAction<unknown>(tools, {
    act: (sent) => {
      const seen = { id: sent.text('id'), expectedRevision: Number(sent.text('expectedRevision')) }
      if (sent.text('form') === 'edit') {
        const wrong = missing(sent, tools.words('action.textMissing'), 'text')
        return wrong.length > 0 ? wrong : tools.api(UpdateActionDocument, { input: { ...seen, ...given(sent) } })
      }
      const state = actionStates.find((one) => one === sent.text('state')) ?? 'IN_PROCESS'
      return tools.api(MoveActionDocument, { input: { ...seen, state, note: sent.optional('note') } })
    },
    leadsTo: (_done, params) => actionHref({ slug: found(params['slug']) }, numbered(params).number),
  }),
})

export interface HandOutData {
  readonly group: NonNullable<HandOutActionFormQuery['group']>
  /** Numbers, from the address. */
  readonly meeting: number | null
  readonly decision: number | null
  /** Key of a row of the agenda: whoever hands out from the room goes back to the room. */
  readonly item: string | null
  readonly idempotencyKey: string
}

/** `/groups/example/actions/new?meeting=2&item=…&decision=7` */
export const handOutActionRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/actions/new',
  Component: HandOutAction,
  handle: { isExample: ({ group }: HandOutData) => group.isExample },
  loader: async ({ request, params }: LoaderFunctionArgs): Promise<HandOutData> => {
    const { searchParams } = new URL(request.url)
    const { group } = await orRefuse(tools.api(HandOutActionFormDocument, { group: found(params['slug']) }))
    if (!found(group).decisionsViewerMay.includes('RECORD')) throw refuseWith('FORBIDDEN')
    return {
      group: found(group),
      meeting: numberIn(searchParams.get('meeting')),
      decision: numberIn(searchParams.get('decision')),
      item: /^[0-9a-f-]{36}$/.test(searchParams.get('item') ?? '') ? searchParams.get('item') : null,
      idempotencyKey: newKey(),
    }
  },
  action: changeAction(tools, {
    act: (sent, params) => {
      const wrong = missing(sent, tools.words('action.textMissing'), 'text')
      if (wrong.length > 0) return wrong
      return tools.api(RecordActionDocument, {
        input: {
          group: found(params['slug']),
          meeting: numberIn(sent.text('meeting')),
          decision: numberIn(sent.text('decision')),
          agendaItem: sent.optional('agendaItem'),
          ...given(sent),
          idempotencyKey: sent.text('idempotencyKey'),
        },
      })
    },
    leadsTo: ({ recordAction: { number } }, params, sent) => {
      const group = { slug: found(params['slug']) }
      const decision = numberIn(sent.text('decision'))
      const meeting = numberIn(sent.text('meeting'))
      // Whoever hands out at a meeting goes on with the meeting.
      if (decision !== null) return decisionHref(group, decision)
      if (meeting !== null && sent.optional('agendaItem')) return `${meetingPage(group, meeting)}/room`
      return meeting === null ? actionHref(group, number) : `${meetingPage(group, meeting)}#actions`
    },
  }),
})

export interface MyActionsData {
  readonly actions: MyActionsPageQuery['viewer']['actions']
}

/** `/me/actions` */
export const myActionsRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'me/actions',
  Component: MyActions,
  loader: async (): Promise<MyActionsData> => {
    const { viewer } = await orRefuse(api(MyActionsPageDocument, {}))
    if (!viewer.isSignedIn) throw redirect('/sign-in?to=%2Fme%2Factions')
    return { actions: viewer.actions }
  },
})
