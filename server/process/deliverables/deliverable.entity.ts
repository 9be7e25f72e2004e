import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { DeliverableState, DeliverableType, Disposition } from '#schema/vocabulary/deliverables.js'
import { Sourced } from '#server/roadmap/provenance/index.js'

/** A planned output of a group. Seen by whoever sees the group. */
@Entity('deliverable')
export class Deliverable extends Sourced {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  groupId: string

  /** The working group that writes it; null when none does or it is not known. [FG-6] */
  @Column('uuid', { nullable: true })
  subgroupId: string | null

  /** D.WG3-01: unique in its group, never changed once known; null until then. [DE-2] */
  @Column('text', { nullable: true })
  code: string | null

  /** What it is called now. */
  @Column('text')
  title: string

  @Column('text')
  type: DeliverableType

  /** Where it stands. [DE-5] */
  @Column('text')
  state: DeliverableState

  /** What the parent made of it. [DE-8] */
  @Column('text', { default: 'UNKNOWN' })
  disposition: Disposition

  /** A remark for readers. */
  @Column('text', { nullable: true })
  note: string | null
}
