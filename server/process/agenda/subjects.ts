import type { AgendaSubject } from '#schema/vocabulary/agenda.js'

/** What a row is about, as its columns hold it: at most one. [AG-2] */
export interface SubjectColumns {
  readonly contributionId: string | null
  readonly documentId: string | null
  readonly gapId: string | null
  readonly overlapCaseId: string | null
  readonly statementId: string | null
  readonly deliverableId: string | null
  readonly actionId: string | null
}

export interface Subject {
  readonly kind: AgendaSubject
  readonly id: string
}

/** Where each kind of subject is kept: the column of the row, and the type by which the record knows such objects. */
export const subjectPlaces = {
  CONTRIBUTION: { column: 'contributionId', type: 'contribution' },
  DOCUMENT: { column: 'documentId', type: 'document' },
  GAP: { column: 'gapId', type: 'gap' },
  OVERLAP: { column: 'overlapCaseId', type: 'overlap' },
  STATEMENT: { column: 'statementId', type: 'statement' },
  DELIVERABLE: { column: 'deliverableId', type: 'deliverable' },
  ACTION: { column: 'actionId', type: 'action' },
} as const satisfies Record<AgendaSubject, { column: keyof SubjectColumns; type: string }>

const kinds = Object.keys(subjectPlaces) as AgendaSubject[]

/** What a row is about; null when about nothing that is kept here. */
export function subjectOf(row: SubjectColumns): Subject | null {
  for (const kind of kinds) {
    const id = row[subjectPlaces[kind].column]
    if (id !== null) return { kind, id }
  }
  return null
}

/** The columns that say that a row is about this and nothing else. */
export function subjectColumns(subject: Subject | null): SubjectColumns {
  const none = {
    contributionId: null,
    documentId: null,
    gapId: null,
    overlapCaseId: null,
    statementId: null,
    deliverableId: null,
    actionId: null,
  }
  return subject ? { ...none, [subjectPlaces[subject.kind].column]: subject.id } : none
}
