import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { SectionKey } from '#schema/vocabulary/reports.js'
import type { Said } from './said.js'

/** What the records said when a clause of a report was written from them last. [RP-3] */
@Entity('report_section')
export class ReportSection {
  @PrimaryColumn('uuid')
  reportId: string

  @PrimaryColumn('text')
  key: SectionKey

  @Column('text')
  clauseId: string

  @Column('text')
  heading: string

  @Column('jsonb')
  said: readonly Said[]

  /** Hash of the clause as it was written: another one means that people have changed it. */
  @Column('text')
  clauseHash: string
}
