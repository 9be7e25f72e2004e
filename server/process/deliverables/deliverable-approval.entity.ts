import { Column, Entity, PrimaryColumn } from 'typeorm'

/** The group's approval of one frozen version, by a recorded decision. Never changed, never deleted. [DE-5] */
@Entity('deliverable_approval')
export class DeliverableApproval {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  deliverableId: string

  @Column('uuid')
  versionId: string

  @Column('uuid')
  decisionId: string

  /** SHA-256 of the file that was approved. */
  @Column('bytea')
  hash: Buffer

  /** Whether the live text differed from the version when the approval was recorded. */
  @Column('boolean')
  textHadChanged: boolean

  /** The day of the decision. */
  @Column('date')
  approvedOn: string

  /** Null: the product itself. */
  @Column('uuid', { nullable: true })
  recordedBy: string | null

  @Column('timestamptz')
  recordedAt: Date
}
