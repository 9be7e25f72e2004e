import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Obligation } from '#schema/vocabulary/process.js'
import { Sourced } from '#server/roadmap/provenance/index.js'

/** A date of a meeting that was published, or set by hand. It wins over the computed one, which is never stored. [D-P-1] */
@Entity('published_date')
export class PublishedDate extends Sourced {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  meetingId: string

  /** What falls due; one date an obligation. */
  @Column('text')
  obligation: Obligation

  /** The day that counts. */
  @Column('date')
  publishedOn: string

  /** Why it differs from what the rule gives; null when nobody said. */
  @Column('text', { nullable: true })
  reason: string | null

  /** How it was called where it was published; null: by the name of its obligation. */
  @Column('text', { nullable: true })
  label: string | null
}
