/** Pages on which an edition is made: begun, edited, frozen, annotated. */
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  AnnotateEditionDocument,
  CreateEditionDocument,
  EditionPageDocument,
  FreezeEditionDocument,
  UpdateEditionDocument,
  type EditionPermission,
} from '#schema/generated/operations.js'
import { EDITION_KINDS } from '#schema/vocabulary/register.js'
import { fieldRefusals, refuseForm, sentForm, type SentForm } from '../../app/forms.js'
import { newKey } from '../../app/new-key.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orAnswer, orRefuse, refuseWith } from '../../api/index.js'
import type { FieldRefusal } from '../../ui/index.js'
import { readContributors } from './contributor-lines.js'
import { AnnotateEdition, EditEdition, FreezeEdition, NewEdition } from './EditionForms.js'
import type { EditionOnPage } from './editions.route.js'

export interface NewEditionData {
  readonly idempotencyKey: string
}
export interface EditionFormData {
  readonly edition: EditionOnPage
}

const missing = (sent: SentForm, field: string, sentence: string): FieldRefusal[] =>
  sent.text(field) ? [] : [{ field, sentence }]

const printed = (sent: SentForm) => ({
  label: sent.text('label'),
  datedOn: sent.optional('datedOn'),
  occasion: sent.optional('occasion'),
  lead: sent.optional('lead'),
  partners: sent.lines('partners'),
  summary: sent.optional('summary'),
  contributors: readContributors(sent.lines('contributors')),
})

/** `/editions/new` */
export const newEditionRoute = ({ api, words }: RouteTools): RouteObject => ({
  path: 'editions/new',
  Component: NewEdition,
  loader: async (): Promise<NewEditionData> => {
    const { viewer } = await orRefuse(api(EditionPageDocument, { slug: '' }))
    if (!viewer.viewerMay.includes('REGISTER_EDIT')) throw refuseWith('FORBIDDEN')
    return { idempotencyKey: newKey() }
  },
  action: async ({ request }: ActionFunctionArgs) => {
    const sent = await sentForm(request)
    const wrong = missing(sent, 'label', words('edition.labelMissing'))
    if (wrong.length > 0) return refuseForm('new', sent, wrong)
    const kind = EDITION_KINDS.find((known) => known === sent.text('kind')) ?? 'EDITION'
    const { done, refusals } = await orAnswer(
      api(CreateEditionDocument, {
        input: { kind, idempotencyKey: sent.text('idempotencyKey'), ...printed(sent) },
      }),
    )
    return refusals
      ? refuseForm('new', sent, fieldRefusals(refusals, words))
      : redirect(`/editions/${done.createEdition.slug}`)
  },
})

interface FormSpec {
  readonly path: string
  readonly permission: EditionPermission
  readonly Component: RouteObject['Component']
  act(sent: SentForm, tools: RouteTools, slug: string): Promise<unknown> | readonly FieldRefusal[]
}

/** A page with one form under the address of an edition; shown to those who may take the step. */
const formRoute = (tools: RouteTools, { path, permission, Component, act }: FormSpec): RouteObject => ({
  path: `editions/:slug/${path}`,
  Component,
  // Also after a refusal: a form that was STALE shows the new state.
  shouldRevalidate: () => true,
  loader: async ({ params }: LoaderFunctionArgs): Promise<EditionFormData> => {
    const { edition } = await orRefuse(tools.api(EditionPageDocument, { slug: params['slug'] ?? '' }))
    if (!found(edition).viewerMay.includes(permission)) throw refuseWith('FORBIDDEN')
    return { edition: found(edition) }
  },
  action: async ({ request, params }: ActionFunctionArgs) => {
    const slug = params['slug'] ?? ''
    const sent = await sentForm(request)
    const acting = act(sent, tools, slug)
    if (!(acting instanceof Promise)) return refuseForm(path, sent, acting)
    const { refusals } = await orAnswer(acting)
    if (!refusals) return redirect(`/editions/${slug}`)
    const codes = refusals.map(({ code }) => code)
    return refuseForm(path, sent, fieldRefusals(refusals, tools.words), { codes })
  },
})

const step = (sent: SentForm, slug: string) => ({ slug, expectedRevision: Number(sent.text('expectedRevision')) })

/** `/editions/:slug/edit` */
export const editEditionRoute = (tools: RouteTools): RouteObject =>
  formRoute(tools, {
    path: 'edit',
    permission: 'EDIT',
    Component: EditEdition,
    act: (sent, { api, words }, slug) => {
      const wrong = missing(sent, 'label', words('edition.labelMissing'))
      return wrong.length > 0 ? wrong : api(UpdateEditionDocument, { input: { ...step(sent, slug), ...printed(sent) } })
    },
  })

/** `/editions/:slug/freeze`: says what it means, and asks once more. */
export const freezeEditionRoute = (tools: RouteTools): RouteObject =>
  formRoute(tools, {
    path: 'freeze',
    permission: 'FREEZE',
    Component: FreezeEdition,
    act: (sent, { api, words }, slug) =>
      sent.isTicked('isSure')
        ? api(FreezeEditionDocument, { input: step(sent, slug) })
        : [{ field: 'isSure', sentence: words('edition.freezeSureMissing') }],
  })

/** `/editions/:slug/note` */
export const annotateEditionRoute = (tools: RouteTools): RouteObject =>
  formRoute(tools, {
    path: 'note',
    permission: 'ANNOTATE',
    Component: AnnotateEdition,
    act: (sent, { api, words }, slug) => {
      const wrong = missing(sent, 'text', words('edition.noteMissing'))
      return wrong.length > 0
        ? wrong
        : api(AnnotateEditionDocument, {
            input: { slug, contributor: sent.optional('contributor'), text: sent.text('text') },
          })
    },
  })
