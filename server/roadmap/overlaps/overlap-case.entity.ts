import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { CaseState, CooperationMode, OverlapVerdict } from '#schema/vocabulary/register.js'
import { Sourced } from '#server/roadmap/provenance/index.js'

/** Items that may do the same thing, and what was concluded about them. Its source is that of the evidence. */
@Entity('overlap_case')
export class OverlapCase extends Sourced {
  @PrimaryColumn('uuid')
  id: string

  /** 1 for O-01. Never changed, never given again. */
  @Column('integer', { unique: true })
  number: number

  /** What it is about, in a few words. */
  @Column('text')
  title: string

  @Column('text')
  state: CaseState

  /** Null while nothing was concluded. */
  @Column('text', { nullable: true })
  verdict: OverlapVerdict | null

  /** On what the verdict rests, in words. */
  @Column('text', { nullable: true })
  evidence: string | null

  /** How the bodies agreed to work together; null while they have not. */
  @Column('text', { nullable: true })
  mode: CooperationMode | null

  /** Body that takes care of it; null when none was named. */
  @Column('uuid', { nullable: true })
  ownerId: string | null
}
