import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { DeliverableState } from '#schema/vocabulary/deliverables.js'

/** A step that a deliverable has taken from one state to another. Never changed, never deleted. [DE-5] */
@Entity('deliverable_step')
export class DeliverableStep {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  deliverableId: string

  @Column('text')
  fromState: DeliverableState

  @Column('text')
  toState: DeliverableState

  /** The day of it, in the zone of the group. */
  @Column('date')
  takenOn: string

  /** Why; null where none was asked for. */
  @Column('text', { nullable: true })
  reason: string | null

  /** Null: the product itself. */
  @Column('uuid', { nullable: true })
  takenBy: string | null

  @Column('timestamptz')
  takenAt: Date
}
