import { Column, Entity, PrimaryColumn } from 'typeorm'

/** What one member answered to a call: words of support, or an objection, which is a record of its own. [CC-3] */
@Entity('consensus_answer')
export class ConsensusAnswer {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  callId: string

  @Column('uuid')
  holderId: string

  /** Where they belonged then; goes when they are erased. */
  @Column('uuid', { nullable: true })
  affiliationId: string | null

  /** Words of support; null when there are none. */
  @Column('text', { nullable: true })
  words: string | null

  @Column('uuid', { nullable: true, unique: true })
  reservationId: string | null

  @Column('timestamptz')
  answeredAt: Date

  /** Rises with each change. */
  @Column('integer', { default: 1 })
  revision: number
}
