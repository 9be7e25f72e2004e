import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { DocumentProgress, DocumentResult } from '#schema/vocabulary/document-list.js'

/** What was said of a document on a list, step by step. Never altered: what is taken back is a step of its own. [DL-4] */
@Entity('document_step')
export class DocumentStep {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  listedDocumentId: string

  /** Exactly one of progress and result is said. */
  @Column('text', { nullable: true })
  progress: DocumentProgress | null

  @Column('text', { nullable: true })
  result: DocumentResult | null

  @Column('text', { nullable: true })
  note: string | null

  @Column('uuid', { nullable: true })
  revisedToId: string | null

  @Column('uuid', { nullable: true })
  mergedIntoId: string | null

  /** It takes the step before it back. */
  @Column('boolean')
  isUndoing: boolean

  /** Null: the system. */
  @Column('uuid', { nullable: true })
  doneBy: string | null

  @Column('timestamptz')
  doneAt: Date

  /** 1, 2, 3 for each document. */
  @Column('integer')
  position: number
}
