/** Liaison statements. */

/** What the receiver is asked for. [LS-2] */
export const STATEMENT_PURPOSES = ['FOR_ACTION', 'FOR_COMMENT', 'FOR_INFORMATION'] as const
export type StatementPurpose = (typeof STATEMENT_PURPOSES)[number]

/** Where a statement stands. Sending is still to come; until then all are drafts. */
export const STATEMENT_STATES = ['DRAFT'] as const
export type StatementState = (typeof STATEMENT_STATES)[number]
