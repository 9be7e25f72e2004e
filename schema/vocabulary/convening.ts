/** The closed list of the clauses of a convening letter, in order; an SDL enum of the same members. Meanings and sources: docs/rules/process.md (CL). */

export const callClauseKeys = [
  'OPENING',
  'BACKGROUND',
  'PARTICIPATION',
  'OBJECTIVES',
  'AGENDA',
  'CONTRIBUTIONS',
  'REGISTRATION',
  'VISA',
  'LANGUAGE',
  'KEY_DATES',
  // Nothing is composed for it: it is there once somebody writes it.
  'FURTHER',
  'PRACTICAL',
] as const
export type CallClauseKey = (typeof callClauseKeys)[number]

/** Clauses that stand behind the numbered ones, as annexes with letters. */
export const annexClauses: readonly CallClauseKey[] = ['PRACTICAL']
