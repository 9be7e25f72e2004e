import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Where the room of a meeting is. Without a row nobody has led it yet. [RO-2] */
@Entity('meeting_room')
export class MeetingRoom {
  /** The meeting. */
  @PrimaryColumn('uuid')
  id: string

  /** The row it is at; null before the first. */
  @Column('uuid', { nullable: true })
  itemId: string | null

  /** Since when it is there. */
  @Column('timestamptz')
  since: Date

  /** Opened to rehearse; counts only before the meeting. [RO-1] */
  @Column('boolean', { default: false })
  isRehearsal: boolean

  /** Whether one can ask to speak. */
  @Column('boolean', { default: true })
  isListOpen: boolean

  /** Rises whenever the room moves; whoever moves it names the one they saw. [RO-3] */
  @Column('integer', { default: 1 })
  revision: number
}
