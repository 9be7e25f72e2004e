import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { ReservationKind, ReservationState } from '#schema/vocabulary/decisions.js'
import type { Visibility } from '#server/common/access/index.js'

/** What somebody holds against a matter, in their words, with the answer. [ME-12, DC-7] */
@Entity('reservation')
export class Reservation {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  groupId: string

  /** An objection that is kept with a decision as a reservation becomes one; its history tells. [DC-8] */
  @Column('text')
  kind: ReservationKind

  @Column('text')
  state: ReservationState

  /** The meeting at which it was entered; null between meetings. */
  @Column('uuid', { nullable: true })
  meetingId: string | null

  @Column('uuid', { nullable: true })
  agendaItemId: string | null

  /** The decision it is kept with; null before there is one. */
  @Column('uuid', { nullable: true })
  decisionId: string | null

  /** What it is about: one of these six at most. */
  @Column('uuid', { nullable: true })
  contributionId: string | null

  @Column('uuid', { nullable: true })
  documentId: string | null

  @Column('uuid', { nullable: true })
  deliverableId: string | null

  @Column('uuid', { nullable: true })
  gapId: string | null

  @Column('uuid', { nullable: true })
  overlapCaseId: string | null

  @Column('uuid', { nullable: true })
  itemId: string | null

  /** The person who holds it; null when an organisation does. */
  @Column('uuid', { nullable: true })
  holderId: string | null

  /** Where that person belonged then; goes when they are erased. */
  @Column('uuid', { nullable: true })
  affiliationId: string | null

  /** The organisation that holds it, or for which the holder speaks; never the name of a person. */
  @Column('text', { nullable: true })
  organisation: string | null

  @Column('text')
  text: string

  @Column('text', { nullable: true })
  answer: string | null

  /** Null before it is answered, and for the system. */
  @Column('uuid', { name: 'answered_by', nullable: true })
  answeredById: string | null

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null

  /** The holder, or the secretariat for them; null for the system. */
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
