/** The pages on which a gap is taken in and its curated fields are changed: forms that work without scripts. */
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  CreateGapDocument,
  GapFormChoicesDocument,
  GapToEditDocument,
  UpdateGapDocument,
  type GapFormFieldsFragment,
} from '#schema/generated/operations.js'
import { fieldRefusals, refuseForm, sentForm } from '../../../app/forms.js'
import type { RouteTools } from '../../../app/routes.js'
import { found, orAnswer, orRefuse, refuseWith } from '../../../api/index.js'
import { gapHref } from '../../parts/index.js'
import { EditGap, NewGap } from './EditGap.js'
import { atItsRow, gapFields, wrongIn } from './gap-form.js'
import type { Choices } from './GapFields.js'
import { newKey } from './new-key.js'

export interface NewGapData {
  readonly choices: Choices
  readonly idempotencyKey: string
}

export interface EditGapData {
  readonly gap: GapFormFieldsFragment
  readonly choices: Choices
}

/** `/gaps/new` */
export const newGapRoute = ({ api, words }: RouteTools): RouteObject => ({
  path: 'gaps/new',
  Component: NewGap,
  loader: async (): Promise<NewGapData> => {
    const { viewer, ...choices } = await orRefuse(api(GapFormChoicesDocument, {}))
    if (!viewer.viewerMay.includes('REGISTER_EDIT')) throw refuseWith('FORBIDDEN')
    return { choices, idempotencyKey: newKey() }
  },
  action: async ({ request }: ActionFunctionArgs) => {
    const sent = await sentForm(request)
    const wrong = wrongIn(sent, words)
    if (wrong.length > 0) return refuseForm('new', sent, wrong)
    const input = { ...gapFields(sent), idempotencyKey: sent.text('idempotencyKey') }
    const { done, refusals } = await orAnswer(api(CreateGapDocument, { input }))
    return refusals
      ? refuseForm('new', sent, fieldRefusals(atItsRow(refusals, sent), words))
      : redirect(gapHref(done.createGap.number))
  },
})

/** `/gaps/G-01/edit` */
export const editGapRoute = ({ api, words }: RouteTools): RouteObject => ({
  path: 'gaps/:id/edit',
  Component: EditGap,
  loader: async ({ params }: LoaderFunctionArgs): Promise<EditGapData> => {
    const { gap, ...choices } = await orRefuse(api(GapToEditDocument, { id: params['id'] ?? '' }))
    if (!found(gap).viewerMay.includes('EDIT')) throw refuseWith('FORBIDDEN')
    return { gap: found(gap), choices }
  },
  // Also after a refusal: a form that was STALE shows the new state.
  shouldRevalidate: () => true,
  action: async ({ request, params }: ActionFunctionArgs) => {
    const id = params['id'] ?? ''
    const sent = await sentForm(request)
    const wrong = wrongIn(sent, words)
    if (wrong.length > 0) return refuseForm('edit', sent, wrong)
    const input = { ...gapFields(sent), id, expectedRevision: Number(sent.text('expectedRevision')) }
    const { refusals } = await orAnswer(api(UpdateGapDocument, { input }))
    if (!refusals) return redirect(gapHref(id))
    const codes = refusals.map(({ code }) => code)
    return refuseForm('edit', sent, fieldRefusals(atItsRow(refusals, sent), words), { codes })
  },
})
