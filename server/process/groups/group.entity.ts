import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { GroupKind, GroupState } from '#schema/vocabulary/groups.js'
import type { RulesetId } from '#schema/vocabulary/process.js'
import type { Visibility } from '#server/common/access/index.js'
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

  /** Whose presence counts when a meeting decides. [ME-12] */
  @Column('text', { default: 'ANY' })
  decisionPresence: 'ANY' | 'ONSITE_ONLY'

  /** BCP 47 tag. */
  @Column('text', { default: 'en' })
  workingLanguage: string

  /** Day on which the parent approved its terms of reference; one of three dates that are never merged. [FG-4] */
  @Column('date', { nullable: true })
  termsApprovedOn: string | null

  /** Day on which its formation was announced. [FG-4, FG-9] */
  @Column('date', { nullable: true })
  announcedOn: string | null

  /** Months that it works from its first meeting; null for no limit. [FG-5] */
  @Column('integer', { nullable: true })
  lifetimeMonths: number | null

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
