import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Somebody who edits a deliverable, with their days and the affiliation then. [DE-3] */
@Entity('deliverable_editor')
export class DeliverableEditor {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  deliverableId: string

  @Column('uuid')
  personId: string

  /** The affiliation on the first day; null when unknown or erased. */
  @Column('uuid', { nullable: true })
  affiliationId: string | null

  /** First day; null when unknown. */
  @Column('date', { nullable: true })
  fromOn: string | null

  /** Day after the last; null while it lasts or when unknown. */
  @Column('date', { nullable: true })
  toOn: string | null

  @Column('integer', { default: 1 })
  revision: number
}
