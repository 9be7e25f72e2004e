import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { ReportApproval } from '#schema/vocabulary/reports.js'

/** A report as it was frozen. Never changed, never deleted; what is to be corrected is the next version. [RP-4] */
@Entity('report_version')
export class ReportVersion {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  reportId: string

  /** 1, 2, 3 within the report. */
  @Column('integer')
  number: number

  @Column('uuid')
  documentId: string

  /** Title of the text then. */
  @Column('text')
  title: string

  /** Which stored state of the text it is. */
  @Column('text')
  textVersion: string

  /** SHA-256 over what is written, without what is computed: tells whether the text has changed since. */
  @Column('bytea')
  textHash: Buffer

  /** How a report of a meeting was approved; null for a progress report. [RP-5] */
  @Column('text', { nullable: true })
  approval: ReportApproval | null

  /** Why there is another version; null for the first. */
  @Column('text', { nullable: true })
  reason: string | null

  /** The day, in the zone of the group. */
  @Column('date')
  frozenOn: string

  @Column('timestamptz')
  frozenAt: Date

  /** Null: the product itself. */
  @Column('uuid', { nullable: true })
  frozenBy: string | null

  @Column('integer')
  clauseCount: number

  @Column('integer')
  wordCount: number

  /** SHA-256 of the file. */
  @Column('bytea')
  hash: Buffer

  /** Length of the file. */
  @Column('integer')
  sizeBytes: number

  /** The file, compressed: frozen-text.ts of the room of deliverables. */
  @Column('bytea', { select: false })
  body: Buffer
}
