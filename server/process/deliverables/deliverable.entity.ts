import { Column, Entity, PrimaryColumn } from 'typeorm'
import type {
  DeliverableState,
  DeliverableType,
  Disposition,
  IntendedProduct,
} from '#schema/vocabulary/deliverables.js'
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

  /** What it covers and what it leaves out; null when nobody said. [DE-3] */
  @Column('text', { nullable: true })
  scope: string | null

  /** The text that it starts from; null when there is none or nobody said. [DE-4] */
  @Column('text', { nullable: true })
  baseText: string | null

  /** The Question of the parent that is to take it, as the parent writes it: Q6/5. [DE-7] */
  @Column('text', { nullable: true })
  targetQuestion: string | null

  /** What the parent is meant to make of it. [DE-7] */
  @Column('text', { default: 'UNKNOWN' })
  intendedProduct: IntendedProduct

  /** The deliverable of the same group into which it was merged; null while it was not, or when unknown. */
  @Column('uuid', { nullable: true })
  mergedIntoId: string | null
}
