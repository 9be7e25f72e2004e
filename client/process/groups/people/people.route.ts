/** Who holds and held what in a group, who takes part on a day, and giving and ending roles. */
import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import {
  EndRoleDocument,
  EndRolePageDocument,
  GiveRoleDocument,
  GiveRolePageDocument,
  GroupPeopleDocument,
  type EndRolePageQuery,
  type GiveRolePageQuery,
  type GroupPeopleQuery,
} from '#schema/generated/operations.js'
import { groupRoleKinds } from '#schema/vocabulary/groups.js'
import type { SentForm } from '../../../app/forms.js'
import { newKey } from '../../../app/new-key.js'
import type { RouteTools } from '../../../app/routes.js'
import { found, orRefuse, refuseWith } from '../../../api/index.js'
import { changeAction } from '../../../roadmap/parts/index.js'
import { isDay } from '../../deadlines/index.js'
import { EndRole } from './EndRole.js'
import { GiveRole } from './GiveRole.js'
import { chosenPerson } from './known-people.js'
import { PeoplePage } from './PeoplePage.js'

const peopleHref = (slug: string | undefined) => `/groups/${slug}/people`

export interface PeopleData {
  group: NonNullable<GroupPeopleQuery['group']>
  /** The day on which it is asked who takes part; empty for today. */
  on: string
  now: string
}

/** `/groups/fg-x/people?on=2026-01-01` */
export const peopleRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'groups/:slug/people',
  Component: PeoplePage,
  handle: { isExample: ({ group }: PeopleData) => group.isExample },
  loader: async ({ params, request }: LoaderFunctionArgs): Promise<PeopleData> => {
    const wish = new URL(request.url).searchParams.get('on') ?? ''
    const on = isDay(wish) ? wish : ''
    const { group, now } = await orRefuse(api(GroupPeopleDocument, { slug: found(params['slug']), on: on || null }))
    return { group: found(group), on, now }
  },
})

export interface GiveRoleData {
  group: NonNullable<GiveRolePageQuery['group']>
  idempotencyKey: string
  now: string
}

/** Who is meant, from whichever of the three ways was filled in; null when none was. */
function meant(sent: SentForm) {
  if (sent.text('newName')) {
    const newPerson = {
      name: sent.text('newName'),
      affiliation: sent.optional('newAffiliation'),
      country: sent.optional('newCountry'),
    }
    return { newPerson }
  }
  if (sent.text('account')) return { account: sent.text('account') }
  return sent.text('person') ? chosenPerson(sent.text('person')) : null
}

export const giveRoleRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/people/give',
  Component: GiveRole,
  handle: { isExample: ({ group }: GiveRoleData) => group.isExample },
  loader: async ({ params }: LoaderFunctionArgs): Promise<GiveRoleData> => {
    const answer = await orRefuse(tools.api(GiveRolePageDocument, { slug: found(params['slug']) }))
    const group = found(answer.group)
    if (!group.viewerMay.includes('MANAGE_ROLES')) throw refuseWith('FORBIDDEN')
    return { group, idempotencyKey: newKey(), now: answer.now }
  },
  action: changeAction(tools, {
    act(sent, params) {
      const { words } = tools
      const person = meant(sent)
      const wrong = [
        ...(person ? [] : [{ field: 'person', sentence: words('people.whoMissing') }]),
        ...(isDay(sent.text('from')) ? [] : [{ field: 'from', sentence: words('meeting.dayMissing') }]),
      ]
      if (wrong.length > 0) return wrong
      return tools.api(GiveRoleDocument, {
        input: {
          group: found(params['slug']),
          ...person,
          role: groupRoleKinds.find((one) => one === sent.text('role')) ?? 'PARTICIPANT',
          subgroupId: sent.optional('subgroup'),
          isActing: sent.isTicked('isActing'),
          from: sent.text('from'),
          to: sent.optional('to'),
          idempotencyKey: sent.text('idempotencyKey'),
        },
      })
    },
    leadsTo: (_, params) => peopleHref(params['slug']),
    place: (refusal) =>
      refusal.field === 'input.name'
        ? { ...refusal, field: 'newName' }
        : refusal.field === 'input.affiliation'
          ? { ...refusal, field: 'newAffiliation' }
          : refusal.field === 'input.personId'
            ? { ...refusal, field: 'person' }
            : refusal,
  }),
})

export interface EndRoleData {
  group: NonNullable<EndRolePageQuery['group']>
  role: NonNullable<EndRolePageQuery['group']>['roles'][number]
  now: string
}

export const endRoleRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/people/:role/end',
  Component: EndRole,
  handle: { isExample: ({ group }: EndRoleData) => group.isExample },
  // Also after a refusal: a form that was STALE shows the new state.
  shouldRevalidate: () => true,
  loader: async ({ params }: LoaderFunctionArgs): Promise<EndRoleData> => {
    const answer = await orRefuse(tools.api(EndRolePageDocument, { slug: found(params['slug']) }))
    const group = found(answer.group)
    if (!group.viewerMay.includes('MANAGE_ROLES')) throw refuseWith('FORBIDDEN')
    return { group, role: found(group.roles.find(({ id }) => id === params['role'])), now: answer.now }
  },
  action: changeAction(tools, {
    act(sent, params) {
      const to = sent.text('to')
      if (!isDay(to)) return [{ field: 'to', sentence: tools.words('meeting.dayMissing') }]
      const expectedRevision = Number(sent.text('expectedRevision'))
      return tools.api(EndRoleDocument, { input: { id: found(params['role']), expectedRevision, to } })
    },
    leadsTo: (_, params) => peopleHref(params['slug']),
  }),
})
