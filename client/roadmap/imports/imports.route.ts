/** The pages on which lists are taken into the register. They are for administrators; whoever else comes is told so. */
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  ApplyImportDocument,
  CancelImportDocument,
  DecideImportRowDocument,
  DecideImportRowsDocument,
  ImportListDocument,
  ImportPageDocument,
  NewImportDocument,
  PreviewImportDocument,
  UndoImportDocument,
  UndoImportPageDocument,
  type ImportListQuery,
  type ImportPageQuery,
  type UndoImportPageQuery,
} from '#schema/generated/operations.js'
import { IMPORT_CHOICES } from '#schema/vocabulary/imports.js'
import { fieldRefusals, refuseForm, SentForm, sentForm } from '../../app/forms.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orAnswer, orRefuse, refuseWith, uploadForm } from '../../api/index.js'
import { importHref, readImportId, readImportView, type ImportView } from './import-address.js'
import { ImportList } from './ImportList.js'
import { ImportPage } from './ImportPage.js'
import { NewImport } from './NewImport.js'
import { UndoImport } from './UndoImport.js'

const PAGE = 50

/** Whoever may not edit the register is told so, or asked to sign in. */
function requireEditor({ isSignedIn, viewerMay }: { isSignedIn: boolean; viewerMay: readonly string[] }): void {
  if (!viewerMay.includes('REGISTER_EDIT')) throw refuseWith(isSignedIn ? 'FORBIDDEN' : 'SIGN_IN_REQUIRED')
}

/** `/admin/imports` */
export const importListRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'admin/imports',
  Component: ImportList,
  loader: ({ request }: LoaderFunctionArgs): Promise<ImportListQuery> => {
    const { after, before } = readImportView(new URL(request.url).searchParams)
    const place = before ? { last: PAGE, before } : { first: PAGE, after }
    return orRefuse(api(ImportListDocument, place))
  },
})

export interface NewImportData {
  /** Today, as the day as of which most lists tell. */
  readonly today: string
}

/** `/admin/imports/new`. Without script the server takes the form by itself. */
export const newImportRoute = ({ api, words }: RouteTools): RouteObject => ({
  path: 'admin/imports/new',
  Component: NewImport,
  loader: async (): Promise<NewImportData> => {
    const { viewer, now } = await orRefuse(api(NewImportDocument, {}))
    requireEditor(viewer)
    return { today: now.slice(0, 10) }
  },
  action: async ({ request }: ActionFunctionArgs) => {
    const form = await request.formData()
    const { done, refusals } = await orAnswer(uploadForm<{ url: string }>('/admin/imports/new', form, words.language))
    return refusals ? refuseForm('import', new SentForm(form), fieldRefusals(refusals, words)) : redirect(done.url)
  },
})

export interface ImportPageData {
  readonly it: NonNullable<ImportPageQuery['import']>
  readonly view: ImportView
}

/** `/admin/imports/:id` */
export const importRoute = (tools: RouteTools): RouteObject => ({
  path: 'admin/imports/:id',
  Component: ImportPage,
  loader: async ({ request, params }: LoaderFunctionArgs): Promise<ImportPageData> => {
    const view = readImportView(new URL(request.url).searchParams)
    const id = found(readImportId(params['id']))
    const { outcome, after, before } = view
    const place = before ? { last: PAGE, before } : { first: PAGE, after }
    const variables = { id, outcome: outcome && [outcome], ...place }
    const answer = await orRefuse(tools.api(ImportPageDocument, variables))
    requireEditor(answer.viewer)
    return { it: found(answer.import), view }
  },
  action: async ({ request, params }: ActionFunctionArgs) => {
    const id = found(readImportId(params['id']))
    const sent = await sentForm(request)
    const step = sent.text('step')
    const { refusals } = await orAnswer(takeStep(tools, id, step, sent))
    const { search } = new URL(request.url)
    if (!refusals)
      return redirect(`${importHref(id)}${step === 'decide' ? `${search}#row-${sent.text('number')}` : ''}`)
    const form = step === 'decide' ? `decide-${sent.text('number')}` : 'step'
    return refuseForm(form, sent, fieldRefusals(refusals, tools.words))
  },
  shouldRevalidate: () => true,
})

/** The step of an import that a form asks for. */
function takeStep({ api }: RouteTools, id: string, step: string, sent: SentForm): Promise<unknown> {
  const [asked, item = null] = sent.text('choice').split(' ')
  const choice = IMPORT_CHOICES.find((known) => known === asked) ?? null
  switch (step) {
    case 'apply':
      return api(ApplyImportDocument, { input: { id, expectedRevision: Number(sent.text('expectedRevision')) } })
    case 'cancel':
      return api(CancelImportDocument, { id })
    case 'again':
      return api(PreviewImportDocument, { id })
    case 'decideAll':
      return api(DecideImportRowsDocument, { input: { id, choice: choice ?? 'SKIP' } })
    default:
      return api(DecideImportRowDocument, { input: { id, number: Number(sent.text('number')), choice, item } })
  }
}

export interface UndoImportData {
  readonly it: NonNullable<UndoImportPageQuery['import']>
}

/** `/admin/imports/:id/undo` */
export const undoImportRoute = ({ api, words }: RouteTools): RouteObject => ({
  path: 'admin/imports/:id/undo',
  Component: UndoImport,
  loader: async ({ params }: LoaderFunctionArgs): Promise<UndoImportData> => {
    const { import: it, viewer } = await orRefuse(
      api(UndoImportPageDocument, { id: found(readImportId(params['id'])) }),
    )
    requireEditor(viewer)
    return { it: found(it) }
  },
  action: async ({ request, params }: ActionFunctionArgs) => {
    const id = found(readImportId(params['id']))
    const sent = await sentForm(request)
    const { refusals } = await orAnswer(
      api(UndoImportDocument, { input: { id, isPartial: sent.isTicked('isPartial') } }),
    )
    return refusals ? refuseForm('undo', sent, fieldRefusals(refusals, words)) : redirect(importHref(id))
  },
  shouldRevalidate: () => true,
})
