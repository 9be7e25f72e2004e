import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import {
  LiaisonPageDocument,
  StartStatementDocument,
  StartStatementPageDocument,
  type LiaisonPageQuery,
  type StartStatementPageQuery,
} from '#schema/generated/operations.js'
import { STATEMENT_PURPOSES } from '#schema/vocabulary/statements.js'
import { fieldRefusals, refuseForm, sentForm } from '../../app/forms.js'
import { newKey } from '../../app/new-key.js'
import type { RouteTools } from '../../app/routes.js'
import { found, orAnswer, orRefuse, refuseWith } from '../../api/index.js'
import { textHref } from '../../drafting/reading/index.js'
import { LiaisonPage } from './LiaisonPage.js'
import { StartStatement } from './StartStatement.js'

const PAGE = 25

export interface LiaisonData {
  readonly group: NonNullable<LiaisonPageQuery['group']>
  readonly statements: LiaisonPageQuery['statements']
}

/** `/groups/:slug/liaison`: what a group tells other bodies. */
export const liaisonRoute = ({ api }: RouteTools): RouteObject => ({
  path: 'groups/:slug/liaison',
  Component: LiaisonPage,
  handle: { isExample: ({ group }: LiaisonData) => group.isExample },
  loader: async ({ request, params }: LoaderFunctionArgs): Promise<LiaisonData> => {
    const { searchParams } = new URL(request.url)
    const [after, before] = [searchParams.get('after') || null, searchParams.get('before') || null]
    const place = before && !after ? { last: PAGE, before } : { first: PAGE, after }
    const { group, statements } = await orRefuse(api(LiaisonPageDocument, { group: found(params['slug']), ...place }))
    return { group: found(group), statements }
  },
})

export interface StartStatementData {
  readonly overlap: NonNullable<StartStatementPageQuery['overlap']>
  readonly groups: StartStatementPageQuery['viewer']['statementGroups']
  readonly bodies: StartStatementPageQuery['bodies']['nodes']
  readonly idempotencyKey: string
}

/** `/overlaps/O-01/statement`: starts a draft from a case and opens the writing room. */
export const startStatementRoute = ({ api, words }: RouteTools): RouteObject => ({
  path: 'overlaps/:number/statement',
  Component: StartStatement,
  loader: async ({ params }: LoaderFunctionArgs): Promise<StartStatementData> => {
    const { viewer, overlap, bodies } = await orRefuse(
      api(StartStatementPageDocument, { case: params['number'] ?? '' }),
    )
    const shown = found(overlap)
    if (viewer.statementGroups.length === 0) throw refuseWith('FORBIDDEN')
    return { overlap: shown, groups: viewer.statementGroups, bodies: bodies.nodes, idempotencyKey: newKey() }
  },
  action: async ({ request, params }: ActionFunctionArgs) => {
    const sent = await sentForm(request)
    if (!sent.text('to'))
      return refuseForm('start', sent, [{ field: 'to', sentence: words('statement.toPlaceholder') }])
    const input = {
      group: sent.text('group'),
      to: sent.text('to'),
      title: sent.text('title'),
      purpose: STATEMENT_PURPOSES.find((purpose) => purpose === sent.text('purpose')) ?? 'FOR_INFORMATION',
      replyBy: sent.optional('replyBy'),
      case: params['number'] ?? '',
      idempotencyKey: sent.text('idempotencyKey'),
    }
    const { done, refusals } = await orAnswer(api(StartStatementDocument, { input }))
    if (refusals) return refuseForm('start', sent, fieldRefusals(refusals, words))
    const { group, document } = done.startStatement
    return redirect(document ? textHref({ id: document.id, group }) : `/groups/${group.slug}/liaison`)
  },
})
