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

/** How a group's text and an item are connected. */
export const lineageRelations = ['BECAME', 'INPUT_TO'] as const
export type LineageRelation = (typeof lineageRelations)[number]
