/** A consensus edition, or a report on progress that staff keep and nobody agreed. [GA-4] */
export const EDITION_KINDS = ['EDITION', 'INTERIM_REPORT'] as const
export type EditionKind = (typeof EDITION_KINDS)[number]

export const EDITION_STATES = ['DRAFT', 'REVIEW', 'FROZEN'] as const
export type EditionState = (typeof EDITION_STATES)[number]

/** What a comment on a draft can be about; null is the draft as a whole. */
export const EDITION_COMMENT_SUBJECTS = ['ITEM', 'GAP', 'PRINCIPLE'] as const
export type EditionCommentSubject = (typeof EDITION_COMMENT_SUBJECTS)[number]

/** UNCONFIRMED: its sender has not opened the mailed link yet, and nobody is shown it. */
export const EDITION_COMMENT_STATES = ['UNCONFIRMED', 'WAITING', 'PUBLISHED', 'DECLINED'] as const
export type EditionCommentState = (typeof EDITION_COMMENT_STATES)[number]

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
