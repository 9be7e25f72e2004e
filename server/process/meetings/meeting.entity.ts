import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { MeetingMode } from '#schema/vocabulary/process.js'
import type { Visibility } from '#server/common/access/index.js'
import { Sourced } from '#server/roadmap/provenance/index.js'
import type { StoredMeetingState } from './meeting-states.js'

/** A meeting of a group. [ME-1] */
@Entity('meeting')
export class Meeting extends Sourced {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  groupId: string

  /** The series with which it was called; null when it was called alone. [SE-2] */
  @Column('uuid', { nullable: true })
  seriesId: string | null

  /** 1 for the first; consecutive in its group, never used again, not even after a cancellation. [MT-1] */
  @Column('integer')
  number: number

  @Column('text')
  title: string

  /** What was decided; what the calendar adds is computed. */
  @Column('text')
  state: StoredMeetingState

  @Column('text')
  mode: MeetingMode

  /** Held to prepare the first meeting; does not start the lifetime of the group. [ME-9] */
  @Column('boolean', { default: false })
  isPreparatory: boolean

  /** First day, at the place. */
  @Column('date')
  startsOn: string

  /** Last day, included. */
  @Column('date')
  endsOn: string

  /** Wall-clock time of the opening in `zone`; null when not fixed. */
  @Column('time', { nullable: true })
  opensAt: string | null

  /** Wall-clock time from which one can register at the door; null when not fixed. */
  @Column('time', { nullable: true })
  registrationOpensAt: string | null

  /** IANA zone of the place. */
  @Column('text')
  zone: string

  /** Town or venue; null when there is none or it is not known. */
  @Column('text', { nullable: true })
  place: string | null

  /** As printed. */
  @Column('text', { nullable: true })
  country: string | null

  /** Who invites. */
  @Column('text', { nullable: true })
  host: string | null

  /** How to connect; for those who take part only. */
  @Column('text', { nullable: true })
  remoteDetails: string | null

  /** BCP 47 tag. */
  @Column('text', { default: 'en' })
  workingLanguage: string

  /** What it is to achieve, in order. [ME-3] */
  @Column('text', { array: true, default: [] })
  objectives: string[]

  /** Day of the announcement; null while there is none. */
  @Column('date', { nullable: true })
  announcedOn: string | null

  /** By what it was announced: a circular, a letter. */
  @Column('text', { nullable: true })
  announcement: string | null

  /** The meeting beside which it is held. [ME-5] */
  @Column('text', { nullable: true })
  collocatedWith: string | null

  /** Why it was moved last; null when it never was or nobody said. */
  @Column('text', { nullable: true })
  movedReason: string | null

  /** Why it was cancelled; null when it was not. */
  @Column('text', { nullable: true })
  cancelledReason: string | null

  /** Wall-clock time at which its last day ends, in `zone`; null when not fixed. */
  @Column('time', { nullable: true })
  closesAt: string | null

  /** The meeting at work here beside which it is held; null when there is none, or words say which. [ME-5] */
  @Column('uuid', { nullable: true })
  collocatedMeetingId: string | null

  /** Languages beside the working language in which one may speak, as BCP 47 tags. */
  @Column('text', { array: true, default: [] })
  otherLanguages: string[]

  /** Whether only those on site count when it decides; null: as its group has chosen. [ME-12] */
  @Column('boolean', { nullable: true })
  decidesOnSiteOnly: boolean | null

  /** When it was closed; null while it is not. [MT-11] */
  @Column('timestamptz', { nullable: true })
  closedAt: Date | null

  /** Why it was opened again last; null when it never was. [MT-12] */
  @Column('text', { nullable: true })
  reopenedReason: string | null

  /** By which decision it was opened again last; null when it never was. */
  @Column('text', { nullable: true })
  reopenedBy: string | null

  /** Who may see it, as far as they may see the group. */
  @Column('text')
  visibility: Visibility
}
