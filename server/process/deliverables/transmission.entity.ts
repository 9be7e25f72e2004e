import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Disposition, ParentAnswer, TransmissionKind } from '#schema/vocabulary/deliverables.js'
import type { DeliverableRemedy } from '#schema/vocabulary/process.js'

/** An issue as it was open when a text was sent. */
export interface OpenIssue {
  readonly number: number
  readonly text: string
  readonly raisedOn: string
}

/** A text of a deliverable sent to the parent group on a day; what was sent is kept beside it. [DE-6] */
@Entity('deliverable_transmission')
export class Transmission {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  deliverableId: string

  /** 1, 2, 3 within the deliverable. */
  @Column('integer')
  number: number

  @Column('text')
  kind: TransmissionKind

  @Column('uuid')
  versionId: string

  @Column('date')
  sentOn: string

  /** The parent's meeting for which it is meant, where that is a meeting at work here. */
  @Column('uuid', { nullable: true })
  parentMeetingId: string | null

  /** Its first day; null when unknown. */
  @Column('date', { nullable: true })
  parentMeetingOn: string | null

  /** The meeting in words, where it is not one at work here. */
  @Column('text', { nullable: true })
  parentMeetingName: string | null

  /** Last day on which a final text is in time for that meeting; null when no rule speaks of it. [D-FG-3] */
  @Column('date', { nullable: true })
  latestOn: string | null

  /** Days by which it was too late; 0 when in time or when nobody asks. */
  @Column('integer', { default: 0 })
  daysLate: number

  @Column('text', { nullable: true })
  ruleId: string | null

  /** What the chair did about being late; null when in time. */
  @Column('text', { nullable: true })
  remedy: DeliverableRemedy | null

  @Column('text', { nullable: true })
  waiverReason: string | null

  /** First day of the later meeting to which it was carried; null when it was not, or when that day is not known. */
  @Column('date', { nullable: true })
  carriedToOn: string | null

  /** The covering note. */
  @Column('text', { nullable: true })
  note: string | null

  /** What was open then. */
  @Column('jsonb')
  openIssues: readonly OpenIssue[]

  /** Null: the product itself. */
  @Column('uuid', { nullable: true })
  sentBy: string | null

  /** SHA-256 of the package. */
  @Column('bytea')
  packageHash: Buffer

  /** Length of the package. */
  @Column('integer')
  packageBytes: number

  /** Day on which the parent confirmed that it has it; null until then. */
  @Column('date', { nullable: true })
  receivedOn: string | null

  /** What the parent said then, such as the number that it gave to the document. */
  @Column('text', { nullable: true })
  receipt: string | null

  /** Null until the parent answers; a draft may stay without one. [DE-5] */
  @Column('text', { nullable: true })
  answer: ParentAnswer | null

  /** What the parent made of it; null until it answers. [DE-8] */
  @Column('text', { nullable: true })
  disposition: Disposition | null

  @Column('date', { nullable: true })
  answeredOn: string | null

  @Column('text', { nullable: true })
  answerNote: string | null

  @Column('integer', { default: 1 })
  revision: number
}
