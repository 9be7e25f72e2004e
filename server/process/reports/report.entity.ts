import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { ReportKind } from '#schema/vocabulary/reports.js'
import type { Visibility } from '#server/common/access/index.js'

/** The report of a meeting, or on the progress of a group. What it says is in its shared text, and in its versions. [RP-1, RP-2] */
@Entity('report')
export class Report {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  groupId: string

  @Column('text')
  kind: ReportKind

  /** The meeting that it tells of; null for a progress report. */
  @Column('uuid', { nullable: true, unique: true })
  meetingId: string | null

  /** 1, 2, 3 among the progress reports of its group; null for the report of a meeting. */
  @Column('integer', { nullable: true })
  number: number | null

  /** First day that a progress report tells of; null for the report of a meeting. */
  @Column('date', { nullable: true })
  fromOn: string | null

  /** Last day, included. */
  @Column('date', { nullable: true })
  untilOn: string | null

  @Column('text')
  title: string

  /** The text in which its draft is written, for the management of the group. */
  @Column('uuid', { unique: true })
  documentId: string

  /** For whom it was composed: nothing that they may not see went into it. */
  @Column('text')
  visibility: Visibility

  @Column('timestamptz')
  madeAt: Date

  /** Who made the draft, or closed the meeting, which makes it; null for the system. */
  @Column('uuid', { nullable: true })
  madeBy: string | null

  @Column('integer', { default: 1 })
  revision: number
}
