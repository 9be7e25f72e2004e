import type { ReportState } from '#schema/generated/operations.js'
import type { ShapeName, Tone } from '../../ui/index.js'

/** How the state of a report looks: never by colour alone. */
export const reportMarks: Readonly<Record<ReportState, { tone: Tone; shape: ShapeName }>> = {
  DRAFT: { tone: 'quiet', shape: 'ring' },
  FROZEN: { tone: 'good', shape: 'full' },
  REVISED: { tone: 'attention', shape: 'triangle' },
}
