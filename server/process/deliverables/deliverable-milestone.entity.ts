import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { MilestoneKind } from '#schema/vocabulary/deliverables.js'

/** A day by which something of a deliverable is to be done. [DE-3] */
@Entity('deliverable_milestone')
export class DeliverableMilestone {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  deliverableId: string

  @Column('text')
  kind: MilestoneKind

  /** In the group's own words; null where the kind says it all. */
  @Column('text', { nullable: true })
  label: string | null

  /** The day that is planned now. */
  @Column('date')
  plannedOn: string

  /** The day on which it was done; null while it is not. */
  @Column('date', { nullable: true })
  doneOn: string | null

  @Column('integer', { default: 1 })
  revision: number
}
