import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { CheckOutcome, CheckState, FactKind } from '#schema/vocabulary/register.js'

/** What somebody found who looked whether a fact is still so. Never altered but for what became of it. */
@Entity('fact_check')
export class FactCheck {
  @PrimaryColumn('uuid')
  id: string

  @Column('text')
  kind: FactKind

  /** The row that states the fact; its table follows from the kind. */
  @Column('uuid')
  factId: string

  /** The state of the fact that was looked at. */
  @Column('integer')
  factRevision: number

  @Column('text')
  outcome: CheckOutcome

  /** Where they looked. */
  @Column('text')
  source: string

  /** Day on which they looked. */
  @Column('date')
  lookedOn: string

  /** Day by which to look again; null when they named none. */
  @Column('date', { nullable: true })
  checkAgainOn: string | null

  /** What has changed; null when nothing has. */
  @Column('text', { nullable: true })
  note: string | null

  /** Person who looked. */
  @Column('uuid')
  saidBy: string

  @Column('timestamptz')
  saidAt: Date

  @Column('text')
  state: CheckState

  /** Person who took or declined it; null while it waits. */
  @Column('uuid', { nullable: true })
  settledBy: string | null

  /** Null while it waits. */
  @Column('timestamptz', { nullable: true })
  settledAt: Date | null
}
