import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { FigureNumbers, GroupKind, GroupState, LifetimeAnchor } from '#schema/vocabulary/groups.js'
import type { RulesetId, Strength } from '#schema/vocabulary/process.js'
import type { Visibility } from '#server/common/access/index.js'
import type { CalendarDay } from '#server/platform/time/index.js'
import { Sourced } from '#server/roadmap/provenance/index.js'

/** A group that meets and writes here, under a ruleset. */
@Entity('standards_group')
export class StandardsGroup extends Sourced {
  @PrimaryColumn('uuid')
  id: string

  /** Last part of its address; permanent, never given to another group. */
  @Column('text', { unique: true })
  slug: string

  /** The body as which the register knows it. */
  @Column('uuid', { unique: true })
  bodyId: string

  /** The body it reports to: a study group, TSAG, a technical committee. [FG-1] */
  @Column('uuid')
  parentBodyId: string

  /** Full name. */
  @Column('text')
  name: string

  /** Short name; null when it has none. */
  @Column('text', { nullable: true })
  acronym: string | null

  @Column('text')
  kind: GroupKind

  /** Where it stands in its life. [FG-2] */
  @Column('text')
  state: GroupState

  /** The pack of rules that it pins. */
  @Column('text')
  ruleset: RulesetId

  /** IANA zone in which its deadlines close, wherever it meets. */
  @Column('text')
  deadlineZone: string

  /** Wall-clock time at which a deadline closes; 24:00 is the end of the day. */
  @Column('time', { default: '24:00' })
  cutOff: string

  /** Calendar days before a meeting by which contributions are due; null: as the rules say. */
  @Column('integer', { nullable: true })
  contributionOffsetDays: number | null

  /** What follows from a contribution that is late; null: as the rules say. [GS-1] */
  @Column('text', { nullable: true })
  contributionStrength: Strength | null

  /** Weeks before a meeting by which it is announced; null: as the rules say. [GS-1] */
  @Column('integer', { nullable: true })
  announcementOffsetWeeks: number | null

  /** Weeks before the parent meets by which deliverables are with it; null: as the rules say. [GS-1] */
  @Column('integer', { nullable: true })
  deliverablesOffsetWeeks: number | null

  /** How its contributions are numbered: schema/vocabulary/contribution-number.ts. [GS-3] */
  @Column('text', { default: '{group}-I-{seq:3}{rev}' })
  contributionPattern: string

  /** For what contributions may be handed in: codes of the catalogue or words of its own; null: as the rules say. [CO-3] */
  @Column('text', { array: true, nullable: true })
  purposes: string[] | null

  /** Days off in order, which working days leave out; null: none. [D-A-4] */
  @Column('text', { array: true, nullable: true })
  holidays: CalendarDay[] | null

  /** Whose presence counts when a meeting decides. [ME-12] */
  @Column('text', { default: 'ANY' })
  decisionPresence: 'ANY' | 'ONSITE_ONLY'

  /** BCP 47 tag. */
  @Column('text', { default: 'en' })
  workingLanguage: string

  /** BCP 47 tags of the languages in which it works besides. */
  @Column('text', { array: true, default: [] })
  moreLanguages: string[]

  /** Who may see what is started in it, as far as they may see the group; null: whoever sees the group. [PA-4, GS-11] */
  @Column('text', { nullable: true })
  defaultVisibility: Visibility | null

  /** Whether its figures and tables are numbered through or by clause; null: as the rules say. */
  @Column('text', { nullable: true })
  figureNumbers: FigureNumbers | null

  /** Day on which the parent approved its terms of reference; one of three dates that are never merged. [FG-4] */
  @Column('date', { nullable: true })
  termsApprovedOn: string | null

  /** Day on which its formation was announced. [FG-4, FG-9] */
  @Column('date', { nullable: true })
  announcedOn: string | null

  /** Months that it works from `lifetimeAnchor`; null for no limit. [FG-5] */
  @Column('integer', { nullable: true })
  lifetimeMonths: number | null

  /** From what its lifetime is counted. [FG-5, GS-2] */
  @Column('text', { default: 'FIRST_MEETING' })
  lifetimeAnchor: LifetimeAnchor

  /** Day on which it ended; null while it works or when unknown. */
  @Column('date', { nullable: true })
  concludedOn: string | null

  /** What it is for, in our own words. */
  @Column('text', { nullable: true })
  aim: string | null

  /** Its page at its own organisation. */
  @Column('text', { nullable: true })
  url: string | null

  /** True for the group in which newcomers try things. */
  @Column('boolean', { default: false })
  isExample: boolean

  /** Who may see it, and with it all that belongs to it. */
  @Column('text')
  visibility: Visibility
}
