import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { GapProgress } from '#schema/vocabulary/register.js'

/** How the work on a gap moved, on a day, by a source. Never changed: what turns out otherwise is a new update. [GA-2] */
@Entity('gap_progress')
export class ProgressUpdate {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  gapId: string

  @Column('text')
  progress: GapProgress

  /** Day for which it was so. */
  @Column('date')
  happenedOn: string

  /** What moved, in a few sentences. */
  @Column('text')
  note: string

  /** Where that was read or said. */
  @Column('text')
  source: string

  /** Person who wrote it down; null for the system. */
  @Column('uuid', { name: 'told_by', nullable: true })
  toldById: string | null

  /** The merge or split that carried it over from another gap; null when it was said of this one. */
  @Column('uuid', { name: 'carried_by', nullable: true })
  carriedById: string | null
}
