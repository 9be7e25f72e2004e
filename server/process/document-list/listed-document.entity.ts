import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { DocumentProgress, DocumentResult } from '#schema/vocabulary/document-list.js'

/** A contribution on the list of a meeting, and what became of it there. The database makes the row when the contribution comes. [DL-1] */
@Entity('listed_document')
export class ListedDocument {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  meetingId: string

  @Column('uuid')
  contributionId: string

  /** False once it went to another meeting before anything was settled here. */
  @Column('boolean', { default: true })
  isListed: boolean

  /** How far it has come; null once it has a result. */
  @Column('text', { nullable: true, default: 'OPEN' })
  progress: DocumentProgress | null

  /** What the meeting decided; null while it is open. */
  @Column('text', { nullable: true })
  result: DocumentResult | null

  /** Words that belong to the result: the condition, a reason. */
  @Column('text', { nullable: true })
  note: string | null

  /** The document that takes its place; with REVISED only. [DL-3] */
  @Column('uuid', { nullable: true })
  revisedToId: string | null

  /** The document in which it goes on; with MERGED only. [DL-3] */
  @Column('uuid', { nullable: true })
  mergedIntoId: string | null

  /** Who recorded the result; null while there is none, or when the system did. */
  @Column('uuid', { nullable: true })
  settledBy: string | null

  /** When; null while there is no result. */
  @Column('timestamptz', { nullable: true })
  settledAt: Date | null

  /** The transaction that changed what the list shows of it last, kept by the database; what came since is asked by it. [DL-9] */
  @Column({ type: 'bigint', insert: false, update: false })
  changedIn: number

  /** Rises with each progress and result; not with what the contribution or its place changes. */
  @Column('integer', { default: 1 })
  revision: number
}
