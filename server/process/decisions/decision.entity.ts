import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { DecisionKind, DecisionPresence } from '#schema/vocabulary/decisions.js'
import type { Visibility } from '#server/common/access/index.js'

/** What a group decided by consensus. Nothing here counts votes. [ME-12] */
@Entity('decision')
export class Decision {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  groupId: string

  /** The meeting that decided; null for a decision between two meetings. */
  @Column('uuid', { nullable: true })
  meetingId: string | null

  /** The row of that meeting's agenda under which it fell; null when none is known. */
  @Column('uuid', { nullable: true })
  agendaItemId: string | null

  /** Given consecutively within the group, never again. [DC-1] */
  @Column('integer')
  number: number

  @Column('text')
  kind: DecisionKind

  /** The decision in words. */
  @Column('text')
  text: string

  /** What it is about: one of these six at most. */
  @Column('uuid', { nullable: true })
  contributionId: string | null

  @Column('uuid', { nullable: true })
  documentId: string | null

  /** SHA-256 of the text decided on, as it stood then; null when it was on no text. [DC-6] */
  @Column('text', { nullable: true })
  documentHash: string | null

  @Column('uuid', { nullable: true })
  deliverableId: string | null

  @Column('uuid', { nullable: true })
  gapId: string | null

  @Column('uuid', { nullable: true })
  overlapCaseId: string | null

  @Column('uuid', { nullable: true })
  itemId: string | null

  /** The earlier decision of the group that it reverses; of two that reverse the same one only the first is taken. [DC-3] */
  @Column('uuid', { nullable: true, unique: true })
  reversesId: string | null

  /** Whose presence counted: the setting of the group then. [ME-12] */
  @Column('text')
  presence: DecisionPresence

  /** Day of the decision, by the calendar of the meeting's place, or the group's between meetings. */
  @Column('date')
  decidedOn: string

  /** Last day on which a working agreement can be challenged; null for any other decision. */
  @Column('date', { nullable: true })
  challengeBy: string | null

  /** Person who entered it; null for the system. */
  @Column('uuid', { name: 'entered_by', nullable: true })
  enteredById: string | null

  /** Who may see it; never more than may see its group and its meeting. [GR-3] */
  @Column('text')
  visibility: Visibility

  /** Rises with each change. */
  @Column('integer', { default: 1 })
  revision: number
}
