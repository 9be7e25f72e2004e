/** The pages on which a gap is merged into another or split into several, and on which that is undone. */
import type { RouteObject } from 'react-router'
import {
  GapReplacementFormDocument,
  MergeGapDocument,
  SplitGapDocument,
  UndoGapReplacementDocument,
  type GapReplacementFormQuery,
} from '#schema/generated/operations.js'
import type { SentForm } from '../../../app/forms.js'
import type { RouteTools } from '../../../app/routes.js'
import { found, orRefuse } from '../../../api/index.js'
import { missing } from '../../parts/index.js'
import { gapRoute } from './gap-route.js'
import { partsOnForm } from './parts-on-form.js'
import { MergeGap, SplitGap, UndoReplacement } from './ReplacementForms.js'

export interface ReplacementData {
  readonly gap: NonNullable<GapReplacementFormQuery['gap']>
  /** Today, for days that cannot lie ahead. */
  readonly today: string
}

const load = async ({ api }: RouteTools, id: string): Promise<ReplacementData> => {
  const { gap, now } = await orRefuse(api(GapReplacementFormDocument, { id }))
  return { gap: found(gap), today: now.slice(0, 10) }
}

const carried = (sent: SentForm, name: string) => {
  const chosen = sent.all(name)
  return {
    coverage: chosen.includes('coverage'),
    bodies: chosen.includes('bodies'),
    progress: chosen.includes('progress'),
  }
}

/** `/gaps/G-05/merge` */
export const mergeGapRoute = (tools: RouteTools): RouteObject =>
  gapRoute<ReplacementData>(tools, {
    path: 'merge',
    permission: 'EDIT',
    Component: MergeGap,
    load,
    act: (sent, { api, words }, id) => {
      const wrong = [
        ...missing(sent, words('gap.intoMissing'), 'into'),
        ...missing(sent, words('gap.dayMissing'), 'on'),
        ...missing(sent, words('gap.reasonMissing'), 'reason'),
      ]
      if (wrong.length > 0) return wrong
      const expectedRevision = Number(sent.text('expectedRevision'))
      const step = { into: sent.text('into'), on: sent.text('on'), reason: sent.text('reason') }
      return api(MergeGapDocument, { input: { id, expectedRevision, ...step, ...carried(sent, 'carry') } })
    },
  })

/** `/gaps/G-05/split` */
export const splitGapRoute = (tools: RouteTools): RouteObject =>
  gapRoute<ReplacementData>(tools, {
    path: 'split',
    permission: 'EDIT',
    Component: SplitGap,
    load,
    act: (sent, { api, words }, id) => {
      const rows = Array.from({ length: partsOnForm }, (_, at) => at).filter(
        (at) => at < 2 || sent.text(`title-${at}`) || sent.text(`description-${at}`),
      )
      const wrong = [
        ...missing(sent, words('gap.titleMissing'), ...rows.map((at) => `title-${at}`)),
        ...missing(sent, words('gap.descriptionMissing'), ...rows.map((at) => `description-${at}`)),
        ...missing(sent, words('gap.dayMissing'), 'on'),
        ...missing(sent, words('gap.reasonMissing'), 'reason'),
      ]
      if (wrong.length > 0) return wrong
      const parts = rows.map((at) => ({
        title: sent.text(`title-${at}`),
        description: sent.text(`description-${at}`),
        ...carried(sent, `carry-${at}`),
      }))
      const expectedRevision = Number(sent.text('expectedRevision'))
      const step = { on: sent.text('on'), reason: sent.text('reason'), parts }
      return api(SplitGapDocument, { input: { id, expectedRevision, ...step } })
    },
  })

/** `/gaps/G-05/undo` */
export const undoReplacementRoute = (tools: RouteTools): RouteObject =>
  gapRoute<ReplacementData>(tools, {
    path: 'undo',
    permission: 'EDIT',
    Component: UndoReplacement,
    load,
    act: (sent, { api, words }, id) => {
      const wrong = missing(sent, words('gap.reasonMissing'), 'reason')
      if (wrong.length > 0) return wrong
      return api(UndoGapReplacementDocument, { input: { id, reason: sent.text('reason') } })
    },
  })
