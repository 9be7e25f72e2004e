import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { ItemState, StateBasis } from '#schema/vocabulary/register.js'
import { Sourced } from '#server/roadmap/provenance/index.js'

/** One step in the life of an item. */
@Entity('item_stage')
export class ItemStage extends Sourced {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  itemId: string

  /** The body's own word or code; null when only the state is known. */
  @Column('text', { nullable: true })
  nativeStage: string | null

  @Column('text')
  state: ItemState

  @Column('text')
  stateBasis: StateBasis

  /** When this register took note of it. */
  @Column('timestamptz')
  notedAt: Date

  /** When the item reached it, as precise as known: `2026`, `2026-03`, `2026-03-14`; null when only the evidence is dated. */
  @Column('text', { nullable: true })
  reachedOn: string | null

  /** Why what was noted before was wrong; null for a further step. */
  @Column('text', { nullable: true })
  correction: string | null
}
