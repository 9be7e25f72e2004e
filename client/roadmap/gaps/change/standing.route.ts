/** The pages on which it is told how a gap moves: progress, the decision that closes it, the reason that opens it again. */
import type { RouteObject } from 'react-router'
import {
  CloseGapDocument,
  GapStandingFormDocument,
  RecordGapProgressDocument,
  ReopenGapDocument,
  type GapStandingFormQuery,
} from '#schema/generated/operations.js'
import { GAP_PROGRESS, GAP_STANDINGS } from '#schema/vocabulary/register.js'
import type { RouteTools } from '../../../app/routes.js'
import { found, orRefuse } from '../../../api/index.js'
import { missing } from '../../parts/index.js'
import { gapRoute, target } from './gap-route.js'
import { newKey } from '../../../app/new-key.js'
import { CloseGap, RecordProgress, ReopenGap } from './StandingForms.js'

export interface StandingData {
  readonly gap: NonNullable<GapStandingFormQuery['gap']>
  /** Today, for days that cannot lie ahead. */
  readonly today: string
  readonly idempotencyKey: string
  /** Where a decision is recorded already, as its page says in the address; null where nothing is said. */
  readonly decided: {
    decision: string | null
    decidedBy: string | null
    decidedOn: string | null
    source: string | null
  }
}

const load = async (
  { api }: RouteTools,
  id: string,
  _params: unknown,
  { url }: { readonly url: string },
): Promise<StandingData> => {
  const { gap, now } = await orRefuse(api(GapStandingFormDocument, { id }))
  const { searchParams } = new URL(url)
  const said = (name: string) => searchParams.get(name)?.trim().slice(0, 500) || null
  return {
    gap: found(gap),
    today: now.slice(0, 10),
    idempotencyKey: newKey(),
    decided: {
      decision: said('decision'),
      decidedBy: said('decidedBy'),
      decidedOn: said('decidedOn'),
      source: said('source'),
    },
  }
}

/** `/gaps/G-01/progress` */
export const recordProgressRoute = (tools: RouteTools): RouteObject =>
  gapRoute<StandingData>(tools, {
    path: 'progress',
    permission: 'EDIT',
    part: 'progress',
    Component: RecordProgress,
    load,
    act: (sent, { api, words }, gap) => {
      const progress = GAP_PROGRESS.find((known) => known === sent.text('progress'))
      const wrong = [
        ...(progress ? [] : [{ field: 'progress', sentence: words('gap.progressMissing') }]),
        ...missing(sent, words('gap.dayMissing'), 'on'),
        ...missing(sent, words('gap.noteMissing'), 'note'),
        ...missing(sent, words('gap.sourceMissing'), 'source'),
      ]
      if (wrong.length > 0 || !progress) return wrong
      const told = { progress, on: sent.text('on'), note: sent.text('note'), source: sent.text('source') }
      return api(RecordGapProgressDocument, { input: { gap, idempotencyKey: sent.text('idempotencyKey'), ...told } })
    },
  })

/** `/gaps/G-01/close` */
export const closeGapRoute = (tools: RouteTools): RouteObject =>
  gapRoute<StandingData>(tools, {
    path: 'close',
    permission: 'EDIT',
    part: 'closing',
    Component: CloseGap,
    load,
    act: (sent, { api, words }, id) => {
      const wrong = [
        ...missing(sent, words('gap.decisionMissing'), 'decision'),
        ...missing(sent, words('gap.decidedByMissing'), 'decidedBy'),
        ...missing(sent, words('gap.dayMissing'), 'decidedOn'),
      ]
      if (wrong.length > 0) return wrong
      return api(CloseGapDocument, {
        input: {
          ...target(sent, id),
          decision: sent.text('decision'),
          decidedBy: sent.text('decidedBy'),
          decidedOn: sent.text('decidedOn'),
          items: [...sent.all('named'), ...sent.lines('items')],
          closedByText: sent.optional('closedByText'),
          source: sent.optional('source'),
        },
      })
    },
  })

/** `/gaps/G-01/reopen` */
export const reopenGapRoute = (tools: RouteTools): RouteObject =>
  gapRoute<StandingData>(tools, {
    path: 'reopen',
    permission: 'EDIT',
    part: 'closing',
    Component: ReopenGap,
    load,
    act: (sent, { api, words }, id) => {
      const wrong = [
        ...missing(sent, words('gap.dayMissing'), 'on'),
        ...missing(sent, words('gap.reasonMissing'), 'reason'),
      ]
      if (wrong.length > 0) return wrong
      return api(ReopenGapDocument, {
        input: {
          ...target(sent, id),
          on: sent.text('on'),
          reason: sent.text('reason'),
          standing: GAP_STANDINGS.find((standing) => standing === sent.text('standing')) ?? null,
        },
      })
    },
  })
