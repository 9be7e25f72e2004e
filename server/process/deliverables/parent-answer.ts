import type { Disposition, LineageRelation, ParentAnswer } from '#schema/vocabulary/deliverables.js'

const takenUp: readonly Disposition[] = [
  'RECOMMENDATION',
  'SUPPLEMENT',
  'TECHNICAL_REPORT',
  'INPUT_TO_WORK_ITEM',
  'UNKNOWN',
]

/**
 * What the parent made of a deliverable, by its answer: what it noted is noted only, what it returned is nothing yet. Null when the two
 * contradict each other. [DE-8]
 */
export function dispositionFor(answer: ParentAnswer, given: Disposition | null): Disposition | null {
  if (answer === 'NOTED') return given === null || given === 'NOTED_ONLY' ? 'NOTED_ONLY' : null
  if (answer === 'RETURNED') return given === null || given === 'UNKNOWN' ? 'UNKNOWN' : null
  const disposition = given ?? 'UNKNOWN'
  return takenUp.includes(disposition) ? disposition : null
}

/** How the item is connected that came of it. [DE-9] */
export const relationFor = (disposition: Disposition): LineageRelation =>
  disposition === 'INPUT_TO_WORK_ITEM' ? 'INPUT_TO' : 'BECAME'
