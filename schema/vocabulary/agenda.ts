/** The closed lists of agendas. The lists are SDL enums of the same members. Meanings and sources: docs/rules/process.md. */

/** What came of a row, kept apart from how far the meeting is with it. [ME-10] */
export const agendaOutcomes = [
  'NOTED',
  'AGREED',
  'APPROVED',
  'NOT_AGREED',
  'DEFERRED',
  'CARRIED_TO_NEXT',
  'WITHDRAWN',
] as const
export type AgendaOutcome = (typeof agendaOutcomes)[number]

/** How far the meeting is with a row. */
export const agendaProgress = ['NOT_BEGUN', 'OPEN', 'DONE'] as const
export type AgendaProgress = (typeof agendaProgress)[number]

/** What a row can be about. */
export const agendaSubjects = [
  'CONTRIBUTION',
  'DOCUMENT',
  'GAP',
  'OVERLAP',
  'STATEMENT',
  'DELIVERABLE',
  'ACTION',
] as const
export type AgendaSubject = (typeof agendaSubjects)[number]

/** Steps by which a row moves in the tree. OUT: beside the row it stands under. IN: under the row before it. */
export const agendaSteps = ['UP', 'DOWN', 'OUT', 'IN'] as const
export type AgendaStep = (typeof agendaSteps)[number]

/** The row of a ready-made agenda under which open actions are reported on. [AG-10] */
export const openActionsRow = 'Matters arising and actions that are open'

/** Rows of ready-made agendas for which minutes have a clause anyway: the question about patents; next meetings, and closing. [RC-6] */
export const patentRow = 'Question on patents and software copyright'
export const endRows: readonly string[] = ['Next meetings and their dates', 'Approval of the report and closing']

/** Ready-made agendas. */
export const agendaTemplateKeys = ['FIRST_MEETING', 'ORDINARY_MEETING'] as const
export type AgendaTemplateKey = (typeof agendaTemplateKeys)[number]

/** How two states of an agenda differ in a row. */
export const agendaChangeKinds = [
  'ADDED',
  'REMOVED',
  'RENAMED',
  'MOVED',
  'RENUMBERED',
  'TIME',
  'PRESENTER',
  'SUBJECT',
  'NOTE',
] as const
export type AgendaChangeKind = (typeof agendaChangeKinds)[number]

/** Levels of an agenda: 1.2.3.4.5 is on the fifth and last. */
export const agendaLevels = 5
/** Rows of an agenda. */
export const agendaRowsMost = 500
