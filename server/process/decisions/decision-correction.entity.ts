import { Column, Entity, PrimaryColumn } from 'typeorm'

/** How a decision read before a slip of the pen was mended. [DC-4] */
@Entity('decision_correction')
export class DecisionCorrection {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  decisionId: string

  @Column('text')
  textBefore: string

  /** What was wrong. */
  @Column('text')
  reason: string

  /** Null for the system. */
  @Column('uuid', { name: 'corrected_by', nullable: true })
  correctedById: string | null

  @Column('timestamptz')
  correctedAt: Date
}
