/** The closed lists of deliverables. The lists are SDL enums of the same members. Meanings and sources: docs/rules/process.md. */

/** What a deliverable is to be. */
export const deliverableTypes = [
  'TECHNICAL_REPORT',
  'TECHNICAL_SPECIFICATION',
  'ROADMAP',
  'GAP_ANALYSIS',
  'GLOSSARY',
  'USE_CASE_CATALOGUE',
  'WHITE_PAPER',
  'UNKNOWN',
] as const
export type DeliverableType = (typeof deliverableTypes)[number]

/** Where a deliverable stands between proposal and the parent's word on it. */
export const deliverableStates = [
  'PROPOSED',
  'IN_DRAFTING',
  'WG_STABLE',
  'FG_REVIEW',
  'FG_APPROVED',
  'SUBMITTED_TO_PARENT',
  'TAKEN_UP',
  'NOTED',
  'RETURNED',
  'ON_HOLD',
  'MERGED',
  'DROPPED',
] as const
export type DeliverableState = (typeof deliverableStates)[number]

/** What the parent made of a deliverable. */
export const dispositions = [
  'RECOMMENDATION',
  'SUPPLEMENT',
  'TECHNICAL_REPORT',
  'INPUT_TO_WORK_ITEM',
  'NOTED_ONLY',
  'UNKNOWN',
] as const
export type Disposition = (typeof dispositions)[number]

/** What the parent is meant to make of a deliverable; NONE: nothing, it is to be read only. [DE-7] */
export const intendedProducts = [
  'RECOMMENDATION',
  'SUPPLEMENT',
  'TECHNICAL_REPORT',
  'INPUT_TO_WORK_ITEM',
  'NONE',
  'UNKNOWN',
] as const
export type IntendedProduct = (typeof intendedProducts)[number]

/** How a deliverable comes into a state: by a plain step, by approval of a frozen version, by being handed over, by the parent's answer. */
export const stepManners = ['STEP', 'APPROVAL', 'HAND_OVER', 'ANSWER'] as const
export type StepManner = (typeof stepManners)[number]

/** What a milestone of a deliverable is. */
export const milestoneKinds = ['FIRST_DRAFT', 'WG_STABLE', 'REVIEW', 'APPROVAL', 'TO_PARENT', 'OTHER'] as const
export type MilestoneKind = (typeof milestoneKinds)[number]

/** Whether a frozen text is one that the group agreed on for the time being, or one that it approved. [DE-10, DE-5] */
export const versionKinds = ['BASELINE', 'APPROVED'] as const
export type VersionKind = (typeof versionKinds)[number]

/** What is sent to the parent: a draft on the way, or the approved text. [DE-6] */
export const transmissionKinds = ['DRAFT', 'FINAL'] as const
export type TransmissionKind = (typeof transmissionKinds)[number]

/** What the parent says to a deliverable. [DE-5] */
export const parentAnswers = ['TAKEN_UP', 'NOTED', 'RETURNED'] as const
export type ParentAnswer = (typeof parentAnswers)[number]

/** How a group's text and an item are connected. */
export const lineageRelations = ['BECAME', 'INPUT_TO'] as const
export type LineageRelation = (typeof lineageRelations)[number]
