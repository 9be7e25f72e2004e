/** A consensus edition, or a report on progress that staff keep and nobody agreed. [GA-4] */
export const EDITION_KINDS = ['EDITION', 'INTERIM_REPORT'] as const
export type EditionKind = (typeof EDITION_KINDS)[number]

export const EDITION_STATES = ['DRAFT', 'REVIEW', 'FROZEN'] as const
export type EditionState = (typeof EDITION_STATES)[number]

/** What became of the register from one moment to another, in the order in which it is told. [ED-8] */
export const EDITION_CHANGE_KINDS = [
  'GAP_CLOSED',
  'GAP_REOPENED',
  'GAP_ADDED',
  'GAP_MERGED',
  'GAP_SPLIT',
  'GAP_REMOVED',
  'COVERAGE_CHANGED',
  'GAP_REWORDED',
  'ITEM_ADDED',
  'ITEM_MOVED',
  'ITEM_SUPERSEDED',
  'ITEM_RENAMED',
  'ITEM_RETITLED',
  'ITEM_REMOVED',
  'PRINCIPLE_ADDED',
  'PRINCIPLE_REWORDED',
  'PRINCIPLE_REMOVED',
  'RELATION_ADDED',
  'RELATION_REMOVED',
] as const
export type EditionChangeKind = (typeof EDITION_CHANGE_KINDS)[number]
