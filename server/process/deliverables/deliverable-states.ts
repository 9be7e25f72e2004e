import type { DeliverableState, StepManner } from '#schema/vocabulary/deliverables.js'

/**
 * State → states that it may become. The way leads from proposal to the parent's word on it; what is reviewed may go back to drafting, what
 * rests is taken up where it is drafted, what the parent returns is worked on again. [DE-5]
 */
export const deliverableSteps: Readonly<Record<DeliverableState, readonly DeliverableState[]>> = {
  PROPOSED: ['IN_DRAFTING', 'ON_HOLD', 'MERGED', 'DROPPED'],
  IN_DRAFTING: ['WG_STABLE', 'FG_REVIEW', 'ON_HOLD', 'MERGED', 'DROPPED'],
  WG_STABLE: ['FG_REVIEW', 'IN_DRAFTING', 'ON_HOLD', 'MERGED', 'DROPPED'],
  FG_REVIEW: ['FG_APPROVED', 'WG_STABLE', 'IN_DRAFTING', 'ON_HOLD', 'MERGED', 'DROPPED'],
  FG_APPROVED: ['SUBMITTED_TO_PARENT', 'IN_DRAFTING'],
  SUBMITTED_TO_PARENT: ['TAKEN_UP', 'NOTED', 'RETURNED'],
  RETURNED: ['IN_DRAFTING', 'MERGED', 'DROPPED'],
  ON_HOLD: ['IN_DRAFTING', 'MERGED', 'DROPPED'],
  TAKEN_UP: [],
  NOTED: ['TAKEN_UP'],
  MERGED: [],
  DROPPED: [],
}

/** Whether a deliverable may go from one state to the other. */
export const mayBecome = (from: DeliverableState, to: DeliverableState): boolean => deliverableSteps[from].includes(to)

const manners: Readonly<Partial<Record<DeliverableState, StepManner>>> = {
  FG_APPROVED: 'APPROVAL',
  SUBMITTED_TO_PARENT: 'HAND_OVER',
  TAKEN_UP: 'ANSWER',
  NOTED: 'ANSWER',
  RETURNED: 'ANSWER',
}

/** By which act a deliverable comes into a state. Approval, hand-over and the parent's answer are records of their own, never a mere step. [DE-5] */
export const mannerOf = (to: DeliverableState): StepManner => manners[to] ?? 'STEP'

const onward: readonly DeliverableState[] = [
  'IN_DRAFTING',
  'WG_STABLE',
  'FG_REVIEW',
  'FG_APPROVED',
  'SUBMITTED_TO_PARENT',
]

/** Whether a step is explained: what leaves the way, and what goes back on it. [DV-2] */
export function needsReason(from: DeliverableState, to: DeliverableState): boolean {
  if (to === 'ON_HOLD' || to === 'MERGED' || to === 'DROPPED') return true
  return onward.includes(to) && onward.includes(from) && onward.indexOf(to) < onward.indexOf(from)
}

/** The straight way, along which a deliverable is shown. */
export const straightWay: readonly DeliverableState[] = ['PROPOSED', ...onward, 'TAKEN_UP']
