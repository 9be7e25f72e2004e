/** What records of minutes can say in one word, and which of their facts they have. Meanings and sources: docs/rules/process.md (RC). */
import type { RecordKind } from './documents.js'

/** The first is what a new record says. */
export const recordOutcomes = {
  DECISION: ['AGREED', 'APPROVED', 'ENDORSED', 'APPOINTED', 'NOTED', 'NOT_AGREED', 'DEFERRED'],
  RESERVATION: ['RESERVATION', 'OBJECTION'],
  ACTION: ['NEEDS_ACTION', 'IN_PROCESS', 'COMPLETED', 'CANCELLED'],
  ATTENDANCE: ['ONSITE', 'REMOTE', 'EXCUSED'],
  PATENT_QUESTION: ['NOTHING_DECLARED', 'ANSWERED', 'NOT_ASKED'],
} as const satisfies Record<RecordKind, readonly string[]>

/** Records that name somebody, and those that have a time. */
export const recordsWithHolder: readonly RecordKind[] = ['RESERVATION', 'ACTION', 'ATTENDANCE']
export const recordsWithDue: readonly RecordKind[] = ['ACTION']

/** The word of a record as it is understood: one of its kind's, the first for anything else. */
export const outcomeOf = (kind: RecordKind, outcome: string): string =>
  (recordOutcomes[kind] as readonly string[]).includes(outcome) ? outcome : recordOutcomes[kind][0]
