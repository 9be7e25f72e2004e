/** The pages on which a case is opened and changed: forms that work without scripts. */
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  OpenOverlapCaseDocument,
  OverlapCasePageDocument,
  OverlapFormChoicesDocument,
  OverlapFormItemDocument,
  UpdateOverlapCaseDocument,
  type OverlapFormChoicesQuery,
} from '#schema/generated/operations.js'
import type { Unread } from '#schema/vocabulary/address.js'
import { readOverlaps } from '#schema/vocabulary/overlap-address.js'
import { fieldRefusals, refuseForm, sentForm } from '../../app/forms.js'
import { newKey } from '../../app/new-key.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orAnswer, orRefuse, refuseWith } from '../../api/index.js'
import { atItsRow, caseFields } from './case-form.js'
import type { FormItem } from './CaseFields.js'
import { EditCase, NewCase } from './ChangeCase.js'
import type { CaseOnPage } from './overlaps.route.js'
import { caseHref } from '../parts/index.js'

type Bodies = OverlapFormChoicesQuery['bodies']['nodes']

export interface NewCaseData {
  readonly items: readonly FormItem[]
  readonly bodies: Bodies
  readonly idempotencyKey: string
  readonly unread: readonly Unread[]
}

export interface EditCaseData {
  readonly overlap: CaseOnPage
  readonly bodies: Bodies
}

const nothing = { scope: null, clause: null, source: null, asOf: null }

/** `/overlaps/new?items=a,b` */
export const newCaseRoute = ({ api, words }: RouteTools): RouteObject => ({
  path: 'overlaps/new',
  Component: NewCase,
  loader: async ({ request }: LoaderFunctionArgs): Promise<NewCaseData> => {
    const { viewer, bodies } = await orRefuse(api(OverlapFormChoicesDocument, {}))
    if (!viewer.viewerMay.includes('OVERLAP_EDIT')) throw refuseWith('FORBIDDEN')
    const { items: slugs, unread } = readOverlaps(new URL(request.url).searchParams)
    const answers = await Promise.all(slugs.map((item) => orRefuse(api(OverlapFormItemDocument, { item }))))
    const items = answers.map(({ item }, at): FormItem => {
      if (!item) return { name: slugs[at]!, title: null, scopeNote: null, ...nothing }
      return { name: item.designation, title: item.title, scopeNote: item.scopeNote, ...nothing }
    })
    return { items, bodies: bodies.nodes, idempotencyKey: newKey(), unread }
  },
  action: async ({ request }: ActionFunctionArgs) => {
    const sent = await sentForm(request)
    const input = { ...caseFields(sent), title: sent.optional('title'), idempotencyKey: sent.text('idempotencyKey') }
    const { done, refusals } = await orAnswer(api(OpenOverlapCaseDocument, { input }))
    return refusals
      ? refuseForm('new', sent, fieldRefusals(atItsRow(refusals, sent), words))
      : redirect(caseHref(done.openOverlapCase.number))
  },
})

/** `/overlaps/O-01/edit` */
export const editCaseRoute = ({ api, words }: RouteTools): RouteObject => ({
  path: 'overlaps/:number/edit',
  Component: EditCase,
  // Also after a refusal: a form that was STALE shows the new state.
  shouldRevalidate: () => true,
  loader: async ({ params }: LoaderFunctionArgs): Promise<EditCaseData> => {
    const [{ overlap }, { bodies }] = await Promise.all([
      orRefuse(api(OverlapCasePageDocument, { number: params['number'] ?? '' })),
      orRefuse(api(OverlapFormChoicesDocument, {})),
    ])
    if (!found(overlap).viewerMay.includes('EDIT')) throw refuseWith('FORBIDDEN')
    return { overlap: found(overlap), bodies: bodies.nodes }
  },
  action: async ({ request, params }: ActionFunctionArgs) => {
    const number = params['number'] ?? ''
    const sent = await sentForm(request)
    const expectedRevision = Number(sent.text('expectedRevision'))
    const input = { ...caseFields(sent), title: sent.text('title'), number, expectedRevision }
    const { refusals } = await orAnswer(api(UpdateOverlapCaseDocument, { input }))
    if (!refusals) return redirect(caseHref(number))
    const codes = refusals.map(({ code }) => code)
    return refuseForm('edit', sent, fieldRefusals(atItsRow(refusals, sent), words), { codes })
  },
})
