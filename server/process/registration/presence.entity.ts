import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { AttendanceMode } from '#schema/vocabulary/registration.js'

/** A stretch of time during which somebody was at a meeting. What happened at an instant says who was there then. [RG-10] */
@Entity('presence')
export class Presence {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  meetingId: string

  @Column('uuid')
  personId: string

  @Column('text')
  mode: AttendanceMode

  @Column('timestamptz')
  fromAt: Date

  /** First instant at which they were no longer there; null while they are, at most to the end of that day. */
  @Column('timestamptz', { nullable: true })
  toAt: Date | null

  /** Who noted it last; the person themself when they checked in. */
  @Column('uuid', { nullable: true })
  notedBy: string | null

  /** It was noted by mistake and counts no more. */
  @Column('boolean', { default: false })
  isRemoved: boolean

  @Column('integer', { default: 1 })
  revision: number
}
