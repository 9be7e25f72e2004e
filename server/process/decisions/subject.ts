import type { SubjectKind } from '#schema/vocabulary/decisions.js'

/** What a decision, a reservation or a consensus call is about: one of these at most. */
export interface SubjectColumns {
  readonly contributionId: string | null
  readonly documentId: string | null
  readonly deliverableId: string | null
  readonly gapId: string | null
  readonly overlapCaseId: string | null
  readonly itemId: string | null
}

export interface Subject {
  readonly kind: SubjectKind
  readonly id: string
}

/** The column that points to a thing of each kind. */
const columnOf = {
  CONTRIBUTION: 'contributionId',
  DOCUMENT: 'documentId',
  DELIVERABLE: 'deliverableId',
  GAP: 'gapId',
  CASE: 'overlapCaseId',
  ITEM: 'itemId',
} as const satisfies Record<SubjectKind, keyof SubjectColumns>

/** The same in the database. */
export const subjectColumnInSql: Readonly<Record<SubjectKind, string>> = {
  CONTRIBUTION: 'contribution_id',
  DOCUMENT: 'document_id',
  DELIVERABLE: 'deliverable_id',
  GAP: 'gap_id',
  CASE: 'overlap_case_id',
  ITEM: 'item_id',
}

const kinds = Object.keys(columnOf) as SubjectKind[]

/** What a row is about; null when its words say it all. */
export function subjectOf(row: SubjectColumns): Subject | null {
  for (const kind of kinds) {
    const id = row[columnOf[kind]]
    if (id !== null) return { kind, id }
  }
  return null
}

/** The columns of a row that is about this. */
export const subjectColumns = (subject: Subject | null): SubjectColumns => ({
  contributionId: null,
  documentId: null,
  deliverableId: null,
  gapId: null,
  overlapCaseId: null,
  itemId: null,
  ...(subject && { [columnOf[subject.kind]]: subject.id }),
})
