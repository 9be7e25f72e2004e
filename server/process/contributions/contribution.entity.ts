import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { ContributionState } from '#schema/vocabulary/contributions.js'
import type { ContributionStanding } from '#schema/vocabulary/process.js'
import type { Visibility } from '#server/common/access/index.js'

/** A numbered input of a group. Its number stays in the list for good. [CO-1, CO-8] */
@Entity('contribution')
export class Contribution {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  groupId: string

  /** The meeting it is meant for; null when it is for the group at any time. */
  @Column('uuid', { nullable: true })
  meetingId: string | null

  /** The running number within its series: 7 of FGAI4EE-I-007. [CO-8] */
  @Column('integer')
  sequence: number

  /** The whole number as cited, unique in its group, without the suffix of a revision: FGAI4EE-I-007. [CO-8] */
  @Column('text')
  number: string

  @Column('text')
  title: string

  /** Where it stands by what its source did. */
  @Column('text')
  state: ContributionState

  /** How it stands against the deadline; null before it is submitted or when its meeting has none. [D-L-1] */
  @Column('text', { nullable: true })
  standing: ContributionStanding | null

  /** The text as written here; null when it was uploaded or is still to come. */
  @Column('uuid', { nullable: true })
  documentId: string | null

  /** When it was first submitted; null before. */
  @Column('timestamptz', { nullable: true })
  submittedAt: Date | null

  /** Who may see it; never more than may see its group and its meeting. [GR-3] */
  @Column('text')
  visibility: Visibility

  /** Rises with each change. */
  @Column('integer', { default: 1 })
  revision: number
}
