import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { ActionState } from '#schema/vocabulary/decisions.js'
import type { Visibility } from '#server/common/access/index.js'

/** Who does what by when. [AC-1, AC-2] */
@Entity('action_item')
export class ActionItem {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  groupId: string

  /** Given consecutively within the group, never again. */
  @Column('integer')
  number: number

  @Column('text')
  text: string

  @Column('text')
  state: ActionState

  /** The person who does it; null when an organisation or office does. */
  @Column('uuid', { nullable: true })
  ownerId: string | null

  /** An organisation or office, never the name of a person. */
  @Column('text', { nullable: true })
  ownerWords: string | null

  /** By that meeting, or by `dueOn`, or at no time. */
  @Column('uuid', { nullable: true })
  dueMeetingId: string | null

  @Column('date', { nullable: true })
  dueOn: string | null

  /** The decision it follows from. */
  @Column('uuid', { nullable: true })
  decisionId: string | null

  /** The meeting at which it was handed out; null between meetings. */
  @Column('uuid', { nullable: true })
  meetingId: string | null

  @Column('uuid', { nullable: true })
  agendaItemId: string | null

  /** Null for the system. */
  @Column('uuid', { name: 'entered_by', nullable: true })
  enteredById: string | null

  @Column('timestamptz')
  enteredAt: Date

  /** Who may see it; never more than may see its group and its meeting. [GR-3] */
  @Column('text')
  visibility: Visibility

  /** Rises with each change. */
  @Column('integer', { default: 1 })
  revision: number
}
