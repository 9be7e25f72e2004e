import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Obligation } from '#schema/vocabulary/process.js'

/** A reminder of a key date, waiting or sent. What waits is planned again whenever the date changes. [RM-3] */
@Entity('reminder')
export class Reminder {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  meetingId: string

  @Column('text')
  obligation: Obligation

  @Column('integer')
  daysBefore: number

  /** The day of which it reminds. */
  @Column('date')
  dueOn: string

  @Column('timestamptz')
  sendAt: Date

  /** Null while it waits. */
  @Column('timestamptz', { nullable: true })
  sentAt: Date | null

  /** How many people were told; null while it waits. */
  @Column('integer', { nullable: true })
  told: number | null
}
