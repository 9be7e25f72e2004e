import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { BlockOutcome } from '#schema/vocabulary/proceedings.js'

/** Rows that the chair proposes to approve together. One at a time in a meeting. [RO-6] */
@Entity('room_block')
export class RoomBlock {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  meetingId: string

  /** What the rows come to. */
  @Column('text')
  outcome: BlockOutcome

  @Column('text')
  state: 'PROPOSED' | 'APPROVED' | 'WITHDRAWN'

  @Column('timestamptz')
  proposedAt: Date

  /** When it was approved or taken back; null before. */
  @Column('timestamptz', { nullable: true })
  settledAt: Date | null

  /** Rises when a row is pulled out; whoever approves names the one they saw. */
  @Column('integer', { default: 1 })
  revision: number
}

/** A row of a block. */
@Entity('room_block_row')
export class RoomBlockRow {
  @PrimaryColumn('uuid')
  blockId: string

  @PrimaryColumn('uuid')
  itemId: string

  /** Who pulled it out; null while it is in. */
  @Column('uuid', { nullable: true })
  pulledBy: string | null

  @Column('timestamptz', { nullable: true })
  pulledAt: Date | null

  /** Why, in their words; null when they gave no reason. */
  @Column('text', { nullable: true })
  reason: string | null
}
