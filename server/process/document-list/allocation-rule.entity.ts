import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { AllocationRuleKind } from '#schema/vocabulary/document-list.js'

/** A rule of a meeting: documents with this keyword, clause, source or working group go under that row. [DL-7] */
@Entity('allocation_rule')
export class AllocationRule {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  meetingId: string

  /** What it looks at. */
  @Column('text')
  kind: AllocationRuleKind

  /** What it looks for, as typed. */
  @Column('text')
  pattern: string

  /** Where such documents go. */
  @Column('uuid')
  agendaItemId: string
}
