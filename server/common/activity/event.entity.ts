import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'
import type { Visibility } from '#server/common/access/index.js'

/** One thing that was done. The database refuses to alter or delete it. Holds ids, never names, addresses or free text about a person. */
@Entity('event')
export class ActivityEvent {
  /** Order of recording; commits may come in another order, so readers page by it and never wait for it. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  seq: number

  /** Transaction that recorded it; the order in which events can be read without missing one that commits late. */
  @Column('bigint')
  transactionId: number

  @Column('uuid')
  id: string

  @Column('timestamptz')
  occurredAt: Date

  /** Person who did it; null for the system itself. */
  @Column('uuid', { nullable: true })
  actorId: string | null

  /** What was done: `meeting.moved`. */
  @Column('text')
  verb: string

  @Column('text')
  objectType: string

  @Column('uuid')
  objectId: string

  /** Group in whose scope it happened; null for the register and the site. */
  @Column('uuid', { nullable: true })
  groupId: string | null

  @Column('text')
  visibility: Visibility

  /** Values that fill the sentence of the verb. */
  @Column('jsonb')
  args: Record<string, unknown>
}
