import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { GapStanding } from '#schema/vocabulary/register.js'

/** A decision that closed a gap. Its id is what a record of decisions can point to. [GA-3] */
@Entity('gap_closure')
export class GapClosure {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  gapId: string

  /** Where the decision is recorded: meeting and item, circular, letter. */
  @Column('text')
  decision: string

  /** Who decided: a group or body, not a person. */
  @Column('text')
  decidedBy: string

  @Column('date')
  decidedOn: string

  /** What closed it besides items of the register; null when those say it all. */
  @Column('text', { nullable: true })
  closedByText: string | null

  /** Address of the decision; null when it has none. */
  @Column('text', { nullable: true })
  source: string | null

  /** What the gap goes back to by default when it is reopened. */
  @Column('text')
  standingBefore: GapStanding

  /** Person who wrote the decision down; null for the system. */
  @Column('uuid', { name: 'told_by', nullable: true })
  toldById: string | null

  @Column('timestamptz')
  toldAt: Date

  /** Null while the gap is closed by it. */
  @Column('date', { nullable: true })
  reopenedOn: string | null

  @Column('text', { nullable: true })
  reopenedReason: string | null

  @Column('uuid', { name: 'reopened_by', nullable: true })
  reopenedById: string | null

  @Column('timestamptz', { nullable: true })
  reopenedAt: Date | null

  /** Rises with each change of the row. */
  @Column('integer', { default: 1 })
  revision: number
}
