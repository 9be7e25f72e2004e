import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Assessment } from '#schema/vocabulary/register.js'
import { Sourced } from '#server/roadmap/provenance/index.js'

/** How an item stands against a principle, on whose word. */
@Entity('principle_stand')
export class PrincipleStand extends Sourced {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  principleId: string

  @Column('uuid')
  itemId: string

  /** NOT_ASSESSED takes back what was said before: nobody knows, which is not DOES_NOT. */
  @Column('text')
  assessment: Assessment

  /** The wording of the principle that the item was held against. */
  @Column('integer')
  version: number

  /** Clause of the item that shows it; null when none was named. */
  @Column('text', { nullable: true })
  clause: string | null

  /** Words of the item that show it; null when none were quoted. */
  @Column('text', { nullable: true })
  evidence: string | null

  /** A remark in our own words. */
  @Column('text', { nullable: true })
  note: string | null

  /** Person who said so; null when it came with a catalogue. */
  @Column('uuid', { name: 'asserted_by', nullable: true })
  assertedById: string | null

  @Column('timestamptz')
  assertedAt: Date
}
