import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { CaseState } from '#schema/vocabulary/register.js'

/** A step that a case took. The database refuses to change or remove one. */
@Entity('overlap_case_step')
export class OverlapCaseStep {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  caseId: string

  /** Null for its beginning. */
  @Column('text', { nullable: true })
  fromState: CaseState | null

  @Column('text')
  toState: CaseState

  /** Day on which it happened. */
  @Column('date')
  happenedOn: string

  /** What was said or decided; null when nothing was. */
  @Column('text', { nullable: true })
  note: string | null

  /** Person who wrote it down; null for the system. */
  @Column('uuid', { name: 'told_by', nullable: true })
  toldById: string | null

  @Column('timestamptz')
  toldAt: Date
}
