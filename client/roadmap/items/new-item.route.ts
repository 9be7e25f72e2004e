import type { RouteObject } from 'react-router'
import { NewItemPageDocument, RecordItemDocument, type BodyChoiceFragment } from '#schema/generated/operations.js'
import { newKey } from '../../app/new-key.js'
import type { RouteTools } from '../../app/routes.js'
import { orRefuse, refuseWith } from '../../api/index.js'
import { changeAction, itemHref, missing } from '../parts/index.js'
import { bodyChoices } from './change-item.route.js'
import { sentFacts, sentStatus } from './item-form.js'
import { NewItem } from './NewItem.js'

export interface NewItemData {
  readonly bodies: readonly BodyChoiceFragment[]
  readonly idempotencyKey: string
}

/** `/items/new`: takes an item into the register. */
export const newItemRoute = (tools: RouteTools): RouteObject => ({
  path: 'items/new',
  Component: NewItem,
  loader: async (): Promise<NewItemData> => {
    const { viewer } = await orRefuse(tools.api(NewItemPageDocument, {}))
    if (!viewer.viewerMay.includes('REGISTER_EDIT')) throw refuseWith('FORBIDDEN')
    return { bodies: await bodyChoices(tools), idempotencyKey: newKey() }
  },
  action: changeAction(tools, {
    act(sent) {
      const facts = sentFacts(sent)
      const wrong = [
        ...missing(sent, tools.words('item.designationMissing'), 'designation'),
        ...missing(sent, tools.words('item.bodyMissing'), 'body'),
        ...missing(sent, tools.words('item.typeMissing'), 'type'),
      ]
      if (wrong.length > 0) return wrong
      return tools.api(RecordItemDocument, {
        input: {
          ...facts,
          idempotencyKey: sent.text('idempotencyKey'),
          designation: sent.text('designation'),
          title: sent.optional('title'),
          namedOn: sent.optional('namedOn'),
          nativeStage: sent.optional('nativeStage'),
          status: sentStatus(sent),
        },
      })
    },
    leadsTo: ({ recordItem }) => itemHref(recordItem.slug),
  }),
})
