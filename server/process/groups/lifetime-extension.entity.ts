import { Column, Entity, PrimaryColumn } from 'typeorm'
import { Sourced } from '#server/roadmap/provenance/index.js'

/** A decision of the parent that a group goes on. [FG-5] */
@Entity('lifetime_extension')
export class LifetimeExtension extends Sourced {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  groupId: string

  @Column('uuid')
  decidedByBodyId: string

  @Column('date')
  decidedOn: string

  /** The meeting of the parent at which it was decided, as people call it; null when it was none or is not known. */
  @Column('text', { nullable: true })
  atMeeting: string | null

  /** Why; null when nobody said. */
  @Column('text', { nullable: true })
  reason: string | null

  /** The last day of the group after it. */
  @Column('date')
  newEndOn: string
}
