import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Visibility } from '#server/common/access/index.js'

/** What a group decided by consensus. [ME-12] */
@Entity('decision')
export class Decision {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  groupId: string

  /** The meeting that decided; null for a decision between two meetings. */
  @Column('uuid', { nullable: true })
  meetingId: string | null

  /** The row of the agenda under which it fell; null when none is known. */
  @Column('uuid', { nullable: true })
  agendaItemId: string | null

  /** Given consecutively within the group, never again. */
  @Column('integer')
  number: number

  /** The decision in words. */
  @Column('text')
  text: string

  /** Day of the decision, by the calendar of the meeting's place, or the group's between meetings. */
  @Column('date')
  decidedOn: string

  /** Who may see it; never more than may see its group and its meeting. [GR-3] */
  @Column('text')
  visibility: Visibility

  /** Rises with each change. */
  @Column('integer', { default: 1 })
  revision: number
}
