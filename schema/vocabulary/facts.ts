/** What of the register carries a source of its own and can be checked against it, in the order in which a queue shows it. [SO-1] */
export const FACT_KINDS = [
  'ITEM',
  'NAME',
  'TITLE',
  'STAGE',
  'PLAN',
  'RELATION',
  'GAP',
  'COVERAGE',
  'GAP_BODY',
  'BODY',
  'PRINCIPLE',
  'STAND',
] as const
export type FactKind = (typeof FACT_KINDS)[number]

/** Why a fact waits to be looked at: the day to look again has passed, or nobody has confirmed it. [SO-2, SO-3] */
export const CHECK_REASONS = ['STALE', 'UNCONFIRMED'] as const
export type CheckReason = (typeof CHECK_REASONS)[number]

/** What somebody found who looked. */
export const CHECK_OUTCOMES = ['STILL_SO', 'CHANGED'] as const
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number]

/** What became of what they said: it waits for an editor of the register, was taken, or was not. [SO-7] */
export const CHECK_STATES = ['WAITING', 'TAKEN', 'DECLINED'] as const
export type CheckState = (typeof CHECK_STATES)[number]
