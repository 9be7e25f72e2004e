import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import {
  AddSubgroupDocument,
  RenameSubgroupDocument,
  WorkingGroupsDocument,
  type WorkingGroupsQuery,
} from '#schema/generated/operations.js'
import { newKey } from '../../../app/new-key.js'
import type { RouteTools } from '../../../app/routes.js'
import { found, orRefuse } from '../../../api/index.js'
import { changeAction, missing } from '../../../roadmap/parts/index.js'
import { WorkingGroups } from './WorkingGroups.js'

export interface WorkingGroupsData {
  group: NonNullable<WorkingGroupsQuery['group']>
  idempotencyKey: string
}

/** Its forms are told apart by their names: `add`, and `rename-<number>` for each that is there. */
export const workingGroupsRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/working-groups',
  Component: WorkingGroups,
  handle: { isExample: ({ group }: WorkingGroupsData) => group.isExample },
  // Also after a refusal: a form that was STALE shows the new state.
  shouldRevalidate: () => true,
  loader: async ({ params }: LoaderFunctionArgs): Promise<WorkingGroupsData> => {
    const { group } = await orRefuse(tools.api(WorkingGroupsDocument, { slug: found(params['slug']) }))
    return { group: found(group), idempotencyKey: newKey() }
  },
  action: changeAction<unknown>(tools, {
    act(sent, params) {
      const wrong = missing(sent, tools.words('people.titleMissing'), 'title')
      if (wrong.length > 0) return wrong
      const title = sent.text('title')
      if (sent.text('form') !== 'add') {
        const expectedRevision = Number(sent.text('expectedRevision'))
        return tools.api(RenameSubgroupDocument, { input: { id: sent.text('id'), expectedRevision, title } })
      }
      if (!/^\d{1,4}$/.test(sent.text('number')))
        return [{ field: 'number', sentence: tools.words('groupSetting.field.notANumber') }]
      return tools.api(AddSubgroupDocument, {
        input: {
          group: found(params['slug']),
          number: Number(sent.text('number')),
          title,
          idempotencyKey: sent.text('idempotencyKey'),
        },
      })
    },
    leadsTo: (_, params) => `/groups/${params['slug']}/working-groups`,
  }),
})
