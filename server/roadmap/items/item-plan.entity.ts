import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { DateKind } from '#schema/vocabulary/register.js'
import { Sourced } from '#server/roadmap/provenance/index.js'

/** A date that the body of an item planned, as it was said at the time. What is said later is another row, so that slips stay visible. */
@Entity('item_plan')
export class ItemPlan extends Sourced {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  itemId: string

  /** What is to happen. */
  @Column('text')
  kind: DateKind

  /** As precise as it was said: `2027`, `2027-03`, `2027-03-14`; null when no date is named any more. */
  @Column('text', { nullable: true })
  plannedOn: string | null

  /** When this register took note of it. */
  @Column('timestamptz')
  notedAt: Date
}
