import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import type { GapOnFormFragment, GapPermission } from '#schema/generated/operations.js'
import type { SentForm } from '../../../app/forms.js'
import type { RouteTools } from '../../../app/routes.js'
import { found, refuseWith } from '../../../api/index.js'
import type { FieldRefusal } from '../../../ui/index.js'
import { changeAction, gapHref } from '../../parts/index.js'

export interface GapRouteSpec<Data extends { gap: GapOnFormFragment }> {
  /** Behind the address of the gap: `close`. */
  readonly path: string
  readonly permission: GapPermission
  readonly Component: RouteObject['Component']
  load(tools: RouteTools, id: string, params: LoaderFunctionArgs['params'], request: Request): Promise<Data>
  /** Carries the form out, or says what is wrong before the server is asked. */
  act(
    sent: SentForm,
    tools: RouteTools,
    id: string,
    params: LoaderFunctionArgs['params'],
  ): Promise<unknown> | readonly FieldRefusal[]
  /** Part of the gap's page where one comes out when it is done. */
  readonly part?: string
}

/**
 * A page under the address of a gap, with one form or several, which say in the field `form` which they are. Not shown to whoever may not do what
 * it is for: the server would refuse in the end anyway.
 */
export const gapRoute = <Data extends { gap: GapOnFormFragment }>(
  tools: RouteTools,
  { path, permission, Component, load, act, part }: GapRouteSpec<Data>,
): RouteObject => ({
  path: `gaps/:id/${path}`,
  Component,
  loader: async ({ params, request }: LoaderFunctionArgs): Promise<Data> => {
    const data = await load(tools, params['id'] ?? '', params, request)
    if (!found(data.gap).viewerMay.includes(permission)) throw refuseWith('FORBIDDEN')
    return data
  },
  // Also after a refusal: a form that was STALE shows the new state.
  shouldRevalidate: () => true,
  action: changeAction<unknown>(tools, {
    act: (sent, params) => act(sent, tools, params['id'] ?? '', params),
    leadsTo: (_done, { id = '' }) => (part ? `${gapHref(id)}#${part}` : gapHref(id)),
  }),
})

/** The gap that a form is about, and the revision that its sender saw. */
export const target = (sent: SentForm, id: string) => ({ id, expectedRevision: Number(sent.text('expectedRevision')) })
