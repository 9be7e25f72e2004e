/** The steps in the life of a group: its states, and the parent's decisions to let it go on. */
import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import {
  ChangeGroupStateDocument,
  ExtendGroupDocument,
  GroupLifeDocument,
  type BodyChoiceFragment,
  type GroupLifeQuery,
  type GroupPermission,
} from '#schema/generated/operations.js'
import type { RouteTools } from '../../../app/routes.js'
import { found, orRefuse, refuseWith } from '../../../api/index.js'
import { bodyChoices } from '../../../roadmap/items/change-item.route.js'
import { changeAction } from '../../../roadmap/parts/index.js'
import { isDay } from '../../deadlines/index.js'
import { Extend } from './Extend.js'
import { State } from './State.js'
import { stateSteps } from './state-steps.js'

export interface LifeData {
  group: NonNullable<GroupLifeQuery['group']>
  /** For the extension: who may have decided. */
  bodies: readonly BodyChoiceFragment[]
  now: string
}

async function life({ api }: RouteTools, slug: string | undefined, permission: GroupPermission) {
  const { group, now } = await orRefuse(api(GroupLifeDocument, { slug: found(slug) }))
  if (!found(group).viewerMay.includes(permission)) throw refuseWith('FORBIDDEN')
  return { group: found(group), now, bodies: [] }
}

/** `/groups/fg-x/state`: its forms are told apart by the step that they take. */
export const groupStateRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/state',
  Component: State,
  handle: { isExample: ({ group }: LifeData) => group.isExample },
  // Also after a refusal: a form that was STALE shows the new state.
  shouldRevalidate: () => true,
  loader: ({ params }: LoaderFunctionArgs): Promise<LifeData> => life(tools, params['slug'], 'EDIT'),
  action: changeAction(tools, {
    act(sent) {
      const step = found(stateSteps.find((one) => one === sent.text('form')))
      const expectedRevision = Number(sent.text('expectedRevision'))
      return tools.api(ChangeGroupStateDocument, {
        input: { id: sent.text('id'), expectedRevision, step, on: sent.optional('on') },
      })
    },
    leadsTo: (_, params) => `/groups/${params['slug']}`,
  }),
})

/** `/groups/fg-x/extend`: a decision of the parent, with the meeting at which it was taken and the reason. */
export const extendGroupRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/extend',
  Component: Extend,
  handle: { isExample: ({ group }: LifeData) => group.isExample },
  shouldRevalidate: () => true,
  loader: async ({ params }: LoaderFunctionArgs): Promise<LifeData> => ({
    ...(await life(tools, params['slug'], 'EXTEND')),
    bodies: await bodyChoices(tools),
  }),
  action: changeAction(tools, {
    act(sent) {
      const wrong = ['decidedOn', 'newEndOn']
        .filter((field) => !isDay(sent.text(field)))
        .map((field) => ({ field, sentence: tools.words('meeting.dayMissing') }))
      if (wrong.length > 0) return wrong
      return tools.api(ExtendGroupDocument, {
        input: {
          id: sent.text('id'),
          expectedRevision: Number(sent.text('expectedRevision')),
          decidedBy: sent.optional('decidedBy'),
          decidedOn: sent.text('decidedOn'),
          newEndOn: sent.text('newEndOn'),
          atMeeting: sent.optional('atMeeting'),
          reason: sent.optional('reason'),
        },
      })
    },
    leadsTo: (_, params) => `/groups/${params['slug']}#lifetime`,
  }),
})
