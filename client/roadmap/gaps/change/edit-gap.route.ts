/** The pages on which a gap is taken in and its curated fields are changed: forms that work without scripts. */
import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import {
  CreateGapDocument,
  GapFormChoicesDocument,
  GapToEditDocument,
  UpdateGapDocument,
  type GapFormFieldsFragment,
} from '#schema/generated/operations.js'
import type { RouteTools } from '../../../app/routes.js'
import { found, orRefuse, refuseWith } from '../../../api/index.js'
import { changeAction, gapHref } from '../../parts/index.js'
import { EditGap, NewGap } from './EditGap.js'
import { atItsRow, gapFields, wrongIn } from './gap-form.js'
import { target } from './gap-route.js'
import type { Choices } from './GapFields.js'
import { newKey } from '../../../app/new-key.js'

export interface NewGapData {
  readonly choices: Choices
  readonly idempotencyKey: string
}

export interface EditGapData {
  readonly gap: GapFormFieldsFragment
  readonly choices: Choices
}

/** `/gaps/new` */
export const newGapRoute = (tools: RouteTools): RouteObject => ({
  path: 'gaps/new',
  Component: NewGap,
  loader: async (): Promise<NewGapData> => {
    const { viewer, ...choices } = await orRefuse(tools.api(GapFormChoicesDocument, {}))
    if (!viewer.viewerMay.includes('REGISTER_EDIT')) throw refuseWith('FORBIDDEN')
    return { choices, idempotencyKey: newKey() }
  },
  action: changeAction(tools, {
    act(sent) {
      const wrong = wrongIn(sent, tools.words)
      if (wrong.length > 0) return wrong
      return tools.api(CreateGapDocument, {
        input: { ...gapFields(sent), idempotencyKey: sent.text('idempotencyKey') },
      })
    },
    leadsTo: ({ createGap }) => gapHref(createGap.number),
    place: atItsRow,
  }),
})

/** `/gaps/G-01/edit` */
export const editGapRoute = (tools: RouteTools): RouteObject => ({
  path: 'gaps/:id/edit',
  Component: EditGap,
  loader: async ({ params }: LoaderFunctionArgs): Promise<EditGapData> => {
    const { gap, ...choices } = await orRefuse(tools.api(GapToEditDocument, { id: params['id'] ?? '' }))
    if (!found(gap).viewerMay.includes('EDIT')) throw refuseWith('FORBIDDEN')
    return { gap: found(gap), choices }
  },
  // Also after a refusal: a form that was STALE shows the new state.
  shouldRevalidate: () => true,
  action: changeAction<unknown>(tools, {
    act(sent, { id = '' }) {
      const wrong = wrongIn(sent, tools.words)
      if (wrong.length > 0) return wrong
      return tools.api(UpdateGapDocument, { input: { ...gapFields(sent), ...target(sent, id) } })
    },
    leadsTo: (_done, { id = '' }) => gapHref(id),
    place: atItsRow,
  }),
})
