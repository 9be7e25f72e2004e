import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A gap that a deliverable is meant to close. Closing it is another matter: a recorded decision. [GA-3] */
@Entity('deliverable_gap')
export class DeliverableGap {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  deliverableId: string

  @Column('uuid')
  gapId: string
}
