import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { StatementPurpose, StatementState } from '#schema/vocabulary/statements.js'
import type { Visibility } from '#server/common/access/index.js'

/** What one group tells another body. Its words are in a shared text. */
@Entity('statement')
export class Statement {
  @PrimaryColumn('uuid')
  id: string

  /** The group that says it. */
  @Column('uuid')
  groupId: string

  /** The body to which it is said. */
  @Column('uuid')
  toBodyId: string

  @Column('text')
  title: string

  @Column('text')
  purpose: StatementPurpose

  /** Last day for an answer; null when none was named. [LS-2] */
  @Column('date', { nullable: true })
  replyBy: string | null

  @Column('text')
  state: StatementState

  /** The case of overlap from which it was drafted; null without one. */
  @Column('uuid', { nullable: true })
  caseId: string | null

  @Column('uuid', { unique: true })
  documentId: string

  /** Who may see it: as its text. */
  @Column('text')
  visibility: Visibility

  /** Null for the system. */
  @Column('uuid', { nullable: true })
  draftedBy: string | null

  @Column('timestamptz')
  draftedAt: Date

  @Column('integer', { default: 1 })
  revision: number
}
