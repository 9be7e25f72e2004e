import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { AgendaOutcome, AgendaProgress } from '#schema/vocabulary/agenda.js'
import type { Visibility } from '#server/common/access/index.js'

/** One row of the agenda of a meeting; its number follows from its place in the tree. [ME-10] */
@Entity('agenda_item')
export class AgendaItem {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  meetingId: string

  /** The row it stands under, of the same meeting; null at the top. */
  @Column('uuid', { nullable: true })
  parentId: string | null

  /** Order among the rows under the same one; gaps mean nothing. */
  @Column('integer')
  position: number

  @Column('text')
  title: string

  /** What is to be known beforehand; null when nothing is. */
  @Column('text', { nullable: true })
  note: string | null

  /** Time planned for the row itself, without those under it; null when nobody planned any. [AG-8] */
  @Column('integer', { nullable: true })
  minutes: number | null

  /** Who presents it; null when nobody does, or it is said in words. */
  @Column('uuid', { nullable: true })
  presenterId: string | null

  /** The same in words: "the editor", somebody without an account. */
  @Column('text', { nullable: true })
  presenter: string | null

  /** How far the meeting is with it. */
  @Column('text', { default: 'NOT_BEGUN' })
  progress: AgendaProgress

  /** What came of it; null while nothing did. [ME-10] */
  @Column('text', { nullable: true })
  outcome: AgendaOutcome | null

  /** Seconds that the meeting has spent on it so far, the present visit left out. */
  @Column('integer', { default: 0 })
  spentSeconds: number

  /** What it is about: of these seven at most one is set. [AG-2] */
  @Column('uuid', { nullable: true })
  contributionId: string | null

  @Column('uuid', { nullable: true })
  documentId: string | null

  @Column('uuid', { nullable: true })
  gapId: string | null

  @Column('uuid', { nullable: true })
  overlapCaseId: string | null

  @Column('uuid', { nullable: true })
  statementId: string | null

  @Column('uuid', { nullable: true })
  deliverableId: string | null

  @Column('uuid', { nullable: true })
  actionId: string | null

  /** The row of an earlier meeting that goes on here; null when it is new. [AG-6] */
  @Column('uuid', { nullable: true })
  carriedFromId: string | null

  /** The number it had when it was removed; null while it is there. [AG-5] */
  @Column('text', { nullable: true })
  removedNumber: string | null

  /** When it was removed; null while it is there. */
  @Column('timestamptz', { nullable: true })
  removedAt: Date | null

  /** Who may see it; never more than may see its meeting. [GR-3] */
  @Column('text')
  visibility: Visibility

  /** Rises with each change of what it says; moving it is no such change. [AG-3] */
  @Column('integer', { default: 1 })
  revision: number
}
