import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { CoverageDegree } from '#schema/vocabulary/register.js'
import { Sourced } from '#server/roadmap/provenance/index.js'

/** A coverage edge: how far one item answers one gap, on whose word. */
@Entity('gap_coverage')
export class GapCoverage extends Sourced {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  gapId: string

  @Column('uuid')
  itemId: string

  /** NONE was looked at and found not to; UNKNOWN was not looked at. */
  @Column('text')
  degree: CoverageDegree

  /** Clause of the item that answers; null when none was named. */
  @Column('text', { nullable: true })
  clause: string | null

  @Column('text', { nullable: true })
  quote: string | null

  /** Person who said so; null when it came with a catalogue. */
  @Column('uuid', { name: 'asserted_by', nullable: true })
  assertedById: string | null

  /** When they said so; null when it came with a catalogue. */
  @Column('timestamptz', { nullable: true })
  assertedAt: Date | null

  /** Person who looked at it again; null when nobody did since it was last changed. Never the one who asserted it. */
  @Column('uuid', { name: 'reviewed_by', nullable: true })
  reviewedById: string | null

  @Column('timestamptz', { nullable: true })
  reviewedAt: Date | null

  /** Null while it holds. */
  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null

  /** Person who took it back; null while it holds, or when the system did. */
  @Column('uuid', { name: 'withdrawn_by', nullable: true })
  withdrawnById: string | null

  /** Why it was taken back; null while it holds. */
  @Column('text', { nullable: true })
  withdrawnReason: string | null

  /** The merge or split that carried it over from another gap; null when it was said of this one. */
  @Column('uuid', { name: 'carried_by', nullable: true })
  carriedById: string | null
}
