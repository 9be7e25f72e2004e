import type { AgendaOutcome, AgendaProgress } from '#schema/generated/operations.js'
import type { ShapeName, Tone } from '../../ui/index.js'

/** How an outcome is marked: shape and hue beside the word. */
export const outcomeMarks: Readonly<Record<AgendaOutcome, { tone: Tone; shape: ShapeName }>> = {
  NOTED: { tone: 'quiet', shape: 'square' },
  AGREED: { tone: 'good', shape: 'full' },
  APPROVED: { tone: 'good', shape: 'square' },
  NOT_AGREED: { tone: 'bad', shape: 'cross' },
  DEFERRED: { tone: 'attention', shape: 'half' },
  CARRIED_TO_NEXT: { tone: 'attention', shape: 'triangle' },
  WITHDRAWN: { tone: 'quiet', shape: 'dash' },
}

/** The same for how far the meeting is. */
export const progressMarks: Readonly<Record<AgendaProgress, { tone: Tone; shape: ShapeName }>> = {
  NOT_BEGUN: { tone: 'quiet', shape: 'ring' },
  OPEN: { tone: 'progress', shape: 'half' },
  DONE: { tone: 'quiet', shape: 'full' },
}

/** Levels below the top: 0 for 2, 1 for 2.1. */
export const levelOf = (number: string): number => number.split('.').length - 1
