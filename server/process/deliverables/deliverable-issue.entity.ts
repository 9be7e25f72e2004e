import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Something that is open in a deliverable; what is still open at hand-over goes to the parent as a list. [DE-7] */
@Entity('deliverable_issue')
export class DeliverableIssue {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  deliverableId: string

  /** Given consecutively within the deliverable, never again. */
  @Column('integer')
  number: number

  @Column('text')
  text: string

  @Column('date')
  raisedOn: string

  /** Null while it is open. */
  @Column('date', { nullable: true })
  settledOn: string | null

  /** How it was settled; null while it is open. */
  @Column('text', { nullable: true })
  settledHow: string | null

  @Column('integer', { default: 1 })
  revision: number
}
