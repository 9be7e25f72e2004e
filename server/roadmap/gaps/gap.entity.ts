import { Column, Entity, PrimaryColumn } from 'typeorm'
import type {
  GapKind,
  GapProgress,
  GapStanding,
  LifecycleStage,
  Priority,
  Readiness,
  Topic,
} from '#schema/vocabulary/register.js'
import { Sourced } from '#server/roadmap/provenance/index.js'

export type NeedsResearch = 'YES' | 'NO' | 'MAYBE' | 'UNKNOWN'

/** What no item answers, or not wholly. */
@Entity('gap')
export class Gap extends Sourced {
  @PrimaryColumn('uuid')
  id: string

  /** Permanent: 1 is shown as G-01. Never given twice. */
  @Column('integer')
  number: number

  @Column('text')
  title: string

  @Column('text')
  description: string

  /** What ought to be done; null when nothing was recommended yet. */
  @Column('text', { nullable: true })
  recommendation: string | null

  @Column('text')
  kind: GapKind

  /** Whether it is still there. */
  @Column('text')
  standing: GapStanding

  /** How the work on it moves. */
  @Column('text')
  progress: GapProgress

  /** What has to happen before a standard can be written. */
  @Column('text')
  readiness: Readiness

  @Column('text', { default: 'UNKNOWN' })
  needsResearch: NeedsResearch

  /** CASE, each 1 to 3: either all four are there or none. */
  @Column('smallint', { nullable: true })
  criticality: number | null

  @Column('smallint', { nullable: true })
  achievability: number | null

  /** Resources: fewer score higher. */
  @Column('smallint', { nullable: true })
  scope: number | null

  @Column('smallint', { nullable: true })
  effect: number | null

  /** A person's word where it differs from what the scores suggest, or where there are none; null otherwise. */
  @Column('text', { nullable: true })
  priority: Priority | null

  /** Why a person chose another priority than suggested. */
  @Column('text', { nullable: true })
  priorityReason: string | null

  @Column('text', { array: true })
  topics: Topic[]

  @Column('text', { array: true })
  lifecycleStages: LifecycleStage[]

  /** Addresses or names of the documents that state it. */
  @Column('text', { array: true })
  statedIn: string[]

  @Column('text', { nullable: true })
  sourceKind: string | null

  /** The merge or split since which its number leads elsewhere; null while it stands for itself. */
  @Column('uuid', { nullable: true })
  replacementId: string | null
}
