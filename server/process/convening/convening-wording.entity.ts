import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { CallClauseKey } from '#schema/vocabulary/convening.js'

/** A clause in words of somebody's own, which stand instead of the composed ones. [CL-2] */
@Entity('convening_wording')
export class ConveningWording {
  @PrimaryColumn('uuid')
  meetingId: string

  @PrimaryColumn('text')
  clause: CallClauseKey

  @Column('text')
  text: string

  /** What was composed at that time; null when nothing was. When it differs from what is composed now, the data have changed since. */
  @Column('text', { nullable: true })
  basedOn: string | null

  @Column('uuid', { nullable: true })
  wordedBy: string | null

  @Column('timestamptz')
  wordedAt: Date
}
