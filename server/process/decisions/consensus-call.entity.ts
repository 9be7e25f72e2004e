import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { ConsensusState } from '#schema/vocabulary/decisions.js'
import type { Visibility } from '#server/common/access/index.js'

/** A question put to a group between two meetings. Not a vote. [CC-1] */
@Entity('consensus_call')
export class ConsensusCall {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  groupId: string

  /** Given consecutively within the group, never again. */
  @Column('integer')
  number: number

  @Column('text')
  question: string

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

  @Column('timestamptz')
  opensAt: Date

  /** The last day on which it can be answered. */
  @Column('date')
  closesOn: string

  /** The first instant that is too late. */
  @Column('timestamptz')
  closesAt: Date

  /** The group's zone when it was opened. */
  @Column('text')
  zone: string

  /** OPEN until somebody or the clock closes it: see `stateAt`. */
  @Column('text')
  state: ConsensusState

  /** What came of it, or why it was taken back. */
  @Column('text', { nullable: true })
  outcome: string | null

  /** The decision it became. */
  @Column('uuid', { nullable: true, unique: true })
  decisionId: string | null

  /** Null for the system. */
  @Column('uuid', { name: 'opened_by', nullable: true })
  openedById: string | null

  /** Who may see it; never more than may see its group. [GR-3] */
  @Column('text')
  visibility: Visibility

  /** Rises with each change. */
  @Column('integer', { default: 1 })
  revision: number
}
