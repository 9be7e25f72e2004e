import { redirect, type ActionFunctionArgs, type RouteObject } from 'react-router'
import { NewItemPageDocument, RecordItemDocument, type BodyChoiceFragment } from '#schema/generated/operations.js'
import { fieldRefusals, refuseForm, sentForm } from '../../app/forms.js'
import { newKey } from '../../app/new-key.js'
import type { RouteTools } from '../../app/routes.js'
import { orAnswer, orRefuse, refuseWith } from '../../api/index.js'
import { itemHref } from '../parts/index.js'
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
  action: async ({ request }: ActionFunctionArgs) => {
    const { api, words } = tools
    const sent = await sentForm(request)
    const facts = sentFacts(sent)
    const wrong = [
      ...(sent.text('designation') ? [] : [{ field: 'designation', sentence: words('item.designationMissing') }]),
      ...(facts.body ? [] : [{ field: 'body', sentence: words('item.bodyMissing') }]),
      ...(sent.text('type') ? [] : [{ field: 'type', sentence: words('item.typeMissing') }]),
    ]
    if (wrong.length > 0) return refuseForm('new', sent, wrong)
    const { done, refusals } = await orAnswer(
      api(RecordItemDocument, {
        input: {
          ...facts,
          idempotencyKey: sent.text('idempotencyKey'),
          designation: sent.text('designation'),
          title: sent.optional('title'),
          namedOn: sent.optional('namedOn'),
          nativeStage: sent.optional('nativeStage'),
          status: sentStatus(sent),
        },
      }),
    )
    return refusals ? refuseForm('new', sent, fieldRefusals(refusals, words)) : redirect(itemHref(done.recordItem.slug))
  },
})
