import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { RecordKind } from '#schema/vocabulary/documents.js'

/** A record of minutes that is kept: what the text said of it last, and the row of another room that it is. [RC-3] */
@Entity('minutes_record')
export class MinutesRecord {
  /** The id that its paragraph carries. */
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  documentId: string

  @Column('text')
  kind: RecordKind

  /** The decision, reservation or action that it is; null for kinds that are kept here alone. */
  @Column('uuid', { nullable: true })
  rowId: string | null

  /** The revision of that row with which the text agreed last. */
  @Column('integer', { nullable: true })
  rowRevision: number | null

  @Column('text')
  text: string

  @Column('text')
  outcome: string

  @Column('text')
  holder: string

  /** Whoever that is, where it is a person known here: when they are erased, their name goes. [RC-14] */
  @Column('uuid', { nullable: true })
  holderId: string | null

  @Column('text')
  due: string

  @Column('timestamptz')
  keptAt: Date

  /** Who had it kept last; null for the system. */
  @Column('uuid', { nullable: true })
  keptById: string | null
}
