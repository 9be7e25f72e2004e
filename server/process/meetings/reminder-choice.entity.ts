import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Obligation } from '#schema/vocabulary/process.js'

/** That somebody switched a reminder of a meeting off, or added one. */
@Entity('reminder_choice')
export class ReminderChosen {
  @PrimaryColumn('uuid')
  meetingId: string

  @PrimaryColumn('text')
  obligation: Obligation

  @PrimaryColumn('integer')
  daysBefore: number

  /** False: added, or switched on again. */
  @Column('boolean')
  isOff: boolean
}
