import { Column, Entity, PrimaryColumn } from 'typeorm'

/** One change of the day of a milestone, with its reason. Never changed, never deleted. [DV-3] */
@Entity('deliverable_slip')
export class DeliverableSlip {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  milestoneId: string

  /** The day that was planned until then. */
  @Column('date')
  fromOn: string

  /** The day that was planned instead. */
  @Column('date')
  toOn: string

  @Column('text')
  reason: string

  /** Null: the product itself. */
  @Column('uuid', { nullable: true })
  saidBy: string | null

  @Column('timestamptz')
  saidAt: Date
}
