/** The pages on which a body is recorded, changed and renamed. */
import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import {
  BodyToChangeDocument,
  NewBodyPageDocument,
  RecordBodyDocument,
  RenameBodyDocument,
  UpdateBodyDocument,
  type BodyChoiceFragment,
  type BodyToChangeQuery,
} from '#schema/generated/operations.js'
import { newKey } from '../../../app/new-key.js'
import type { RouteTools } from '../../../app/routes.js'
import { found, orRefuse, refuseWith } from '../../../api/index.js'
import { bodyChoices } from '../../items/change-item.route.js'
import { bodyHref, changeAction, sentSource } from '../../parts/index.js'
import { atItsRow, sentFacts } from './body-form.js'
import { EditBody, NewBody } from './BodyForms.js'

export interface NewBodyData {
  readonly bodies: readonly BodyChoiceFragment[]
  /** The parent that the address proposes; empty when it proposes none. */
  readonly parent: string
  readonly idempotencyKey: string
}

export interface EditBodyData {
  readonly body: NonNullable<BodyToChangeQuery['body']>
  readonly bodies: readonly BodyChoiceFragment[]
}

/** `/bodies/new?parent=iso` */
export const newBodyRoute = (tools: RouteTools): RouteObject => ({
  path: 'bodies/new',
  Component: NewBody,
  loader: async ({ request }: LoaderFunctionArgs): Promise<NewBodyData> => {
    const { viewer } = await orRefuse(tools.api(NewBodyPageDocument, {}))
    if (!viewer.viewerMay.includes('REGISTER_EDIT')) throw refuseWith('FORBIDDEN')
    const parent = new URL(request.url).searchParams.get('parent') ?? ''
    return { bodies: await bodyChoices(tools), parent, idempotencyKey: newKey() }
  },
  action: changeAction(tools, {
    act(sent) {
      const name = sent.text('name')
      if (!name) return [{ field: 'name', sentence: tools.words('body.nameMissing') }]
      return tools.api(RecordBodyDocument, {
        input: {
          ...sentFacts(sent),
          idempotencyKey: sent.text('idempotencyKey'),
          slug: sent.optional('slug'),
          name,
          acronym: sent.optional('acronym'),
        },
      })
    },
    leadsTo: ({ recordBody }) => bodyHref(recordBody.slug),
    place: atItsRow,
  }),
})

/** `/bodies/itu-t-sg5/edit`: what is known of it, and its name, which is a form of its own. */
export const editBodyRoute = (tools: RouteTools): RouteObject => ({
  path: 'bodies/:id/edit',
  Component: EditBody,
  // Also after a refusal: a form that was STALE shows the new state.
  shouldRevalidate: () => true,
  handle: { isExample: (data: EditBodyData | undefined) => data?.body.isExample === true },
  loader: async ({ params }: LoaderFunctionArgs): Promise<EditBodyData> => {
    const { body } = await orRefuse(tools.api(BodyToChangeDocument, { id: params['id'] ?? '' }))
    if (!found(body).viewerMay.includes('EDIT')) throw refuseWith('FORBIDDEN')
    return { body: found(body), bodies: await bodyChoices(tools) }
  },
  action: changeAction<unknown>(tools, {
    act(sent, params) {
      const target = { body: params['id'] ?? '', expectedRevision: Number(sent.text('expectedRevision')) }
      if (sent.text('form') === 'edit') {
        return tools.api(UpdateBodyDocument, { input: { ...target, ...sentFacts(sent) } })
      }
      const name = sent.text('name')
      if (!name) return [{ field: 'name', sentence: tools.words('body.nameMissing') }]
      return tools.api(RenameBodyDocument, {
        input: {
          ...target,
          name,
          acronym: sent.optional('acronym'),
          on: sent.optional('on'),
          isCorrection: sent.isTicked('isCorrection'),
          source: sentSource(sent),
        },
      })
    },
    leadsTo: (_done, params) => bodyHref(params['id'] ?? ''),
    place: atItsRow,
  }),
})
