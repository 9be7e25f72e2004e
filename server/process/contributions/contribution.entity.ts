import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { ContributionState } from '#schema/vocabulary/contributions.js'
import type { ContributionStanding, Explanation } from '#schema/vocabulary/process.js'
import type { Visibility } from '#server/common/access/index.js'

/** A numbered input of a group. Its number stays in the list for good. [CO-1, CO-8] */
@Entity('contribution')
export class Contribution {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  groupId: string

  /** The meeting it is meant for; null when it is for the group at any time, or waits for the group to call its next one. */
  @Column('uuid', { nullable: true })
  meetingId: string | null

  /** The meeting for which it came too late; null unless it was held for the next one. [D-L-2] */
  @Column('uuid', { nullable: true })
  heldFromId: string | null

  /** The working group it is for; null for the whole group. */
  @Column('uuid', { nullable: true })
  subgroupId: string | null

  /** The numbers within which it runs: FGAI4EE-I-#; null for a number that was given elsewhere. [CO-8] */
  @Column('text', { nullable: true })
  series: string | null

  /** The running number within its series: 7 of FGAI4EE-I-007. [CO-8] */
  @Column('integer')
  sequence: number

  /** The whole number as cited, unique in its group, without the suffix of a revision: FGAI4EE-I-007. [CO-8] */
  @Column('text')
  number: string

  @Column('text')
  title: string

  /** What it is handed in for; several may be meant. [CO-3] */
  @Column('text', { array: true, default: [] })
  purposes: string[]

  /** What it says, in short; null when nobody wrote it. [CO-2] */
  @Column('text', { nullable: true })
  abstract: string | null

  @Column('text', { array: true, default: [] })
  keywords: string[]

  /** What the meeting is asked to do; null when nothing is. [CO-2] */
  @Column('text', { nullable: true })
  asked: string | null

  /** The draft that it is about. */
  @Column('uuid', { nullable: true })
  concernsDocumentId: string | null

  /** A clause of that draft; null for all of it. */
  @Column('text', { nullable: true })
  concernsClauseId: string | null

  /** Where it stands by what its source did. */
  @Column('text')
  state: ContributionState

  /** How it stands against the deadline; null before it is submitted or when its meeting has none. [D-L-1] */
  @Column('text', { nullable: true })
  standing: ContributionStanding | null

  /** Why, with the deadline as it was when it was submitted; null as above. */
  @Column('jsonb', { nullable: true })
  standingReason: Explanation | null

  /** The text as written here; null when it was uploaded or is still to come. */
  @Column('uuid', { nullable: true })
  documentId: string | null

  /** Who took the number, and acts for its source; null for the system. */
  @Column('uuid', { nullable: true })
  reservedBy: string | null

  @Column('timestamptz', { default: () => 'now()' })
  reservedAt: Date

  /** When it was first submitted; null before. */
  @Column('timestamptz', { nullable: true })
  submittedAt: Date | null

  /** Who admitted or held it. */
  @Column('uuid', { nullable: true })
  settledBy: string | null

  @Column('timestamptz', { nullable: true })
  settledAt: Date | null

  @Column('text', { nullable: true })
  settledWhy: string | null

  /** Who took it back; null also for what lapsed. */
  @Column('uuid', { nullable: true })
  endedBy: string | null

  /** When it was taken back or lapsed. */
  @Column('timestamptz', { nullable: true })
  endedAt: Date | null

  @Column('text', { nullable: true })
  endedWhy: string | null

  /** Whether its source knows of patents that it may touch; null before it said. [CO-6, IP-4] */
  @Column('boolean', { nullable: true })
  patentsKnown: boolean | null

  @Column('text', { nullable: true })
  patentsNote: string | null

  /** Version of the words about the use of the text to which its source agreed last; null before. [CO-6] */
  @Column('text', { nullable: true })
  consentVersion: string | null

  /** Who may see it; never more than may see its group and its meeting. [GR-3] */
  @Column('text')
  visibility: Visibility

  /** Rises with each change. */
  @Column('integer', { default: 1 })
  revision: number
}
