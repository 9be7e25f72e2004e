import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { SeriesEvery } from '#schema/vocabulary/meetings.js'

/** How meetings that were called together follow each other. Never changed: each of them is moved and cancelled by itself. [SE-2] */
@Entity('meeting_series')
export class MeetingSeries {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  groupId: string

  @Column('text')
  every: SeriesEvery

  /** So many weeks or months from one to the next. */
  @Column('integer')
  step: number

  /** First day of the first one, as it was planned; its weekday is that of all. */
  @Column('date')
  startsOn: string
}
