import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Somebody whose screen showed the room. Who attended the meeting is another matter, kept elsewhere. [RO-7] */
@Entity('room_presence')
export class RoomPresence {
  @PrimaryColumn('uuid')
  meetingId: string

  @PrimaryColumn('uuid')
  personId: string

  @Column('boolean')
  isRemote: boolean

  /** First sign of the present visit. */
  @Column('timestamptz')
  arrivedAt: Date

  /** Last sign. */
  @Column('timestamptz')
  seenAt: Date
}
