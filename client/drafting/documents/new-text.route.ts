import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  CreateDocumentDocument,
  NewTextPageDocument,
  type DocumentKind,
  type NewTextPageQuery,
  type Visibility,
} from '#schema/generated/operations.js'
import { fieldRefusals, refuseForm, sentForm } from '../../app/forms.js'
import { newKey } from '../../app/new-key.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orAnswer, orRefuse, refuseWith } from '../../api/index.js'
import { textHref } from '../reading/index.js'
import { NewText } from './NewText.js'

export interface NewTextData {
  group: NonNullable<NewTextPageQuery['group']>
  idempotencyKey: string
}

/** Starts a text of a group. */
export const newTextRoute = ({ api, words }: RouteTools): RouteObject => ({
  path: 'groups/:slug/documents/new',
  Component: NewText,
  handle: { isExample: ({ group }: NewTextData) => group.isExample },
  loader: async ({ params }: LoaderFunctionArgs): Promise<NewTextData> => {
    const group = found((await orRefuse(api(NewTextPageDocument, { group: found(params.slug) }))).group)
    if (!group.viewerMay.includes('START_TEXT')) throw refuseWith('FORBIDDEN')
    return { group, idempotencyKey: newKey() }
  },
  action: async ({ request, params }: ActionFunctionArgs) => {
    const sent = await sentForm(request)
    const input = {
      groupId: sent.text('groupId'),
      title: sent.text('title'),
      kind: sent.text('kind') as DocumentKind,
      visibility: sent.text('visibility') as Visibility,
      idempotencyKey: sent.text('idempotencyKey'),
    }
    const { done, refusals } = await orAnswer(api(CreateDocumentDocument, { input }))
    return refusals
      ? refuseForm('new', sent, fieldRefusals(refusals, words))
      : redirect(textHref({ id: done.createDocument.id, group: { slug: found(params.slug) } }))
  },
})
