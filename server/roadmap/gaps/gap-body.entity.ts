import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { GapBodyRole } from '#schema/vocabulary/register.js'
import { Sourced } from '#server/roadmap/provenance/index.js'

/** A body that could act on a gap. */
@Entity('gap_body')
export class GapBody extends Sourced {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  gapId: string

  @Column('uuid')
  bodyId: string

  @Column('text')
  role: GapBodyRole

  /** The merge or split that carried it over from another gap; null when it was said of this one. */
  @Column('uuid', { name: 'carried_by', nullable: true })
  carriedById: string | null
}
