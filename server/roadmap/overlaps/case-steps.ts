import type { CaseState } from '#schema/vocabulary/register.js'

/** Each state of a case and those that it may take next. What is closed or withdrawn can be opened again. [OV-2] */
export const caseSteps: Readonly<Record<CaseState, readonly CaseState[]>> = {
  OPEN: ['IN_DISCUSSION', 'AGREED', 'CLOSED', 'WITHDRAWN'],
  IN_DISCUSSION: ['AGREED', 'CLOSED', 'WITHDRAWN'],
  AGREED: ['IN_DISCUSSION', 'CLOSED'],
  CLOSED: ['OPEN'],
  WITHDRAWN: ['OPEN'],
}

/** Nothing is agreed or done about items before it is said how they stand to each other. [RE-5] */
export const needsVerdict = (state: CaseState): boolean => state === 'AGREED' || state === 'CLOSED'

/** Only that talks began needs no words. */
export const needsNote = (state: CaseState): boolean => state !== 'IN_DISCUSSION'
