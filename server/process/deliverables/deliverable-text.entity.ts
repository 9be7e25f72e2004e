import { Column, Entity, PrimaryColumn } from 'typeorm'

/** The shared text that is written for a deliverable. */
@Entity('deliverable_text')
export class DeliverableText {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  deliverableId: string

  @Column('uuid')
  documentId: string
}
