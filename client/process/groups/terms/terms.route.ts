import type { LoaderFunctionArgs, RouteObject } from 'react-router'
import { RecordTermsDocument, TermsPageDocument, type TermsPageQuery } from '#schema/generated/operations.js'
import { newKey } from '../../../app/new-key.js'
import type { RouteTools } from '../../../app/routes.js'
import { found, orRefuse, refuseWith } from '../../../api/index.js'
import { changeAction } from '../../../roadmap/parts/index.js'
import { NewTerms } from './NewTerms.js'
import { sentSections, wrongDeadlines } from './terms-form.js'
import { TermsPage } from './TermsPage.js'

type Group = NonNullable<TermsPageQuery['group']>
export type TermsOfGroup = Group['termsVersions'][number]

export interface TermsData {
  group: Group
  /** The version that is read; null when there is none at all. */
  terms: TermsOfGroup | null
  /** Two versions to be set side by side; null when none were asked for. */
  compared: { from: TermsOfGroup; to: TermsOfGroup } | null
}

/** `/groups/fg-x/terms?version=1`, and `?from=1&to=2` to compare. Without a version, the latest. */
export const termsRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'groups/:slug/terms',
  Component: TermsPage,
  handle: { isExample: ({ group }: TermsData) => group.isExample },
  loader: async ({ params, request }: LoaderFunctionArgs): Promise<TermsData> => {
    const group = found((await orRefuse(api(TermsPageDocument, { slug: found(params['slug']) }))).group)
    const asked = new URL(request.url).searchParams
    const versionAt = (name: string) => group.termsVersions.find(({ version }) => String(version) === asked.get(name))
    const [from, to] = [versionAt('from'), versionAt('to')]
    return {
      group,
      terms: asked.has('version') ? found(versionAt('version')) : (group.termsVersions[0] ?? null),
      compared: from && to ? { from, to } : null,
    }
  },
})

export interface NewTermsData {
  group: Group
  /** The version from which the next is written; null when there is none. */
  last: TermsOfGroup | null
  idempotencyKey: string
}

/** The next version, begun with the words of the last. */
export const newTermsRoute = (tools: RouteTools): RouteObject => ({
  path: 'groups/:slug/terms/new',
  Component: NewTerms,
  handle: { isExample: ({ group }: NewTermsData) => group.isExample },
  // Also after a refusal: a form that was STALE shows the new state.
  shouldRevalidate: () => true,
  loader: async ({ params }: LoaderFunctionArgs): Promise<NewTermsData> => {
    const group = found((await orRefuse(tools.api(TermsPageDocument, { slug: found(params['slug']) }))).group)
    if (!group.viewerMay.includes('EDIT')) throw refuseWith('FORBIDDEN')
    return { group, last: group.termsVersions[0] ?? null, idempotencyKey: newKey() }
  },
  action: changeAction(tools, {
    act(sent, params) {
      const wrong = wrongDeadlines(sent, tools.words('termsPage.deadlineMissing'))
      if (wrong.length > 0) return wrong
      return tools.api(RecordTermsDocument, {
        input: {
          group: found(params['slug']),
          expectedVersion: Number(sent.text('expectedRevision')),
          approvedOn: sent.optional('approvedOn'),
          source: sent.optional('source'),
          sections: sentSections(sent),
          idempotencyKey: sent.text('idempotencyKey'),
        },
      })
    },
    leadsTo: (_, params) => `/groups/${params['slug']}/terms`,
  }),
})
