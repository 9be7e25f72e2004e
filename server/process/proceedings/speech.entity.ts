import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { SpeechState } from '#schema/vocabulary/proceedings.js'

/** Somebody who asked to speak, until they have spoken or taken it back. [RO-5] */
@Entity('speech')
export class Speech {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  meetingId: string

  /** The row the room was at when they asked; null before the first. */
  @Column('uuid', { nullable: true })
  itemId: string | null

  @Column('uuid')
  personId: string

  /** From afar; both kinds stand on one list. */
  @Column('boolean')
  isRemote: boolean

  @Column('text')
  state: SpeechState

  /** Order on the list; gaps mean nothing. */
  @Column('integer')
  position: number

  @Column('timestamptz')
  askedAt: Date

  /** When they got the floor; null while they wait. */
  @Column('timestamptz', { nullable: true })
  beganAt: Date | null

  /** When they ended, or took it back; null before. */
  @Column('timestamptz', { nullable: true })
  endedAt: Date | null

  /** Goes when the rehearsal ends. */
  @Column('boolean')
  isRehearsal: boolean
}
