/** Cases of overlap: what is worked out between bodies whose items may do the same thing. Verdicts: relations.ts. */

/** How the bodies agreed to work together on it. [OV-4; A.Sup5 clause 7, A.23] */
export const COOPERATION_MODES = [
  'LIAISON',
  'COLLABORATIVE_WORK',
  'COMMON_TEAM',
  'COLLABORATIVE_INTERCHANGE',
  'COLLABORATIVE_TEAM',
] as const
export type CooperationMode = (typeof COOPERATION_MODES)[number]

/** Where a case stands. [OV-2] */
export const CASE_STATES = ['OPEN', 'IN_DISCUSSION', 'AGREED', 'CLOSED', 'WITHDRAWN'] as const
export type CaseState = (typeof CASE_STATES)[number]

/** A case that somebody still has to work on, or whose agreement is still to be carried out. */
export const isLiveCase = (state: CaseState): boolean => state !== 'CLOSED' && state !== 'WITHDRAWN'

/** What became of a suggested pair: nothing yet, a case, or a no for good. [OV-6] */
export const SUGGESTION_STATES = ['OPEN', 'ACCEPTED', 'DISMISSED'] as const
export type SuggestionState = (typeof SUGGESTION_STATES)[number]

/** What an overlap matrix sets against what. */
export const OVERLAP_VIEWS = ['BODIES', 'TOPICS', 'ITEMS'] as const
export type OverlapView = (typeof OVERLAP_VIEWS)[number]

/** As many items as one case holds, and as many as a matrix of chosen items sets against each other. */
export const MOST_ITEMS = 20
