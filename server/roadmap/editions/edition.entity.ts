import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { EditionKind, EditionState } from '#schema/vocabulary/register.js'
import { Sourced } from '#server/roadmap/provenance/index.js'
import type { SnapshotForm } from './canonical-form.js'

/** What the register held when an edition was frozen. */
export interface EditionCounts {
  readonly items: number
  readonly gaps: number
  readonly openGaps: number
  readonly principles: number
  readonly bodies: number
  readonly relations: number
}

/** A dated state of the roadmap. Once frozen, no column ever changes. */
@Entity('edition')
export class Edition extends Sourced {
  @PrimaryColumn('uuid')
  id: string

  /** 1, 2, ... among the editions that were agreed; null before it is frozen, for interim reports and for examples. */
  @Column('integer', { nullable: true, unique: true })
  number: number | null

  /** Permanent address. */
  @Column('text', { unique: true })
  slug: string

  @Column('text')
  kind: EditionKind

  /** What it is called. */
  @Column('text')
  label: string

  /** As precise as it is known: `2025-02`; null when unknown. */
  @Column('text', { nullable: true })
  datedOn: string | null

  /** Event for which it was made; null when unknown or for none. */
  @Column('text', { nullable: true })
  occasion: string | null

  /** Organisation that led the work, as printed then; null when unknown. */
  @Column('text', { nullable: true })
  lead: string | null

  /** Partners, as printed then. */
  @Column('text', { array: true })
  partners: string[]

  /** What it is about, for its page; null without. */
  @Column('text', { nullable: true })
  summary: string | null

  /** Where it was published outside; null when nowhere, or unknown. */
  @Column('text', { nullable: true })
  url: string | null

  @Column('boolean', { default: false })
  isExample: boolean

  @Column('text')
  state: EditionState

  /** It was published before there was this register, so nothing of the register was kept with it. */
  @Column('boolean', { default: false })
  isElsewhere: boolean

  /** The instant of the register that it keeps, by the clock of the database; null until it is frozen, and where nothing was kept. */
  @Column('timestamptz', { nullable: true })
  registerAt: Date | null

  /** Which rows and columns it keeps; null like `registerAt`. */
  @Column('jsonb', { nullable: true })
  form: SnapshotForm | null

  /** SHA-256 of the file of what it keeps; null like `registerAt`. */
  @Column('bytea', { nullable: true })
  hash: Buffer | null

  /** Size of that file. */
  @Column('bigint', { nullable: true })
  sizeBytes: number | null

  @Column('jsonb', { nullable: true })
  counts: EditionCounts | null

  /** When somebody froze it; null until then, and where nobody here did. */
  @Column('timestamptz', { nullable: true })
  frozenAt: Date | null

  @Column('uuid', { name: 'frozen_by', nullable: true })
  frozenById: string | null

  /** First instant of the public review; null when there was none yet. */
  @Column('timestamptz', { nullable: true })
  reviewOpensAt: Date | null

  /** First instant that is too late for a comment. */
  @Column('timestamptz', { nullable: true })
  reviewClosesAt: Date | null

  /** Zone in which the days of the review count. */
  @Column('text', { nullable: true })
  reviewZone: string | null

  @Column('timestamptz')
  createdAt: Date
}
