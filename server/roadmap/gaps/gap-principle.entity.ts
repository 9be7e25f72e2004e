import { Column, Entity, PrimaryColumn } from 'typeorm'

/** That a gap stands in the way of a principle. */
@Entity('gap_principle')
export class GapPrinciple {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  gapId: string

  @Column('uuid')
  principleId: string
}
