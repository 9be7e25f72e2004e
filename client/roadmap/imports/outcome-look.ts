import type { ImportOutcome, ImportState } from '#schema/vocabulary/imports.js'
import type { ShapeName, Tone } from '../../ui/index.js'

/** How an outcome looks besides its word. */
export const outcomeLook: Readonly<Record<ImportOutcome, { tone: Tone; shape: ShapeName }>> = {
  NEW: { tone: 'good', shape: 'full' },
  CHANGED: { tone: 'progress', shape: 'half' },
  SAME: { tone: 'quiet', shape: 'ring' },
  DOUBTFUL: { tone: 'attention', shape: 'triangle' },
  REFUSED: { tone: 'bad', shape: 'cross' },
}

export const stateLook: Readonly<Record<ImportState, { tone: Tone; shape: ShapeName }>> = {
  READING: { tone: 'progress', shape: 'half' },
  PREVIEWED: { tone: 'attention', shape: 'triangle' },
  APPLYING: { tone: 'progress', shape: 'half' },
  APPLIED: { tone: 'good', shape: 'full' },
  UNDOING: { tone: 'progress', shape: 'half' },
  UNDONE: { tone: 'quiet', shape: 'ring' },
  CANCELLED: { tone: 'quiet', shape: 'ring' },
  REFUSED: { tone: 'bad', shape: 'cross' },
}
