import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Sitting } from './agenda-times.js'

/** The hours in which a meeting sits. Without a row nobody has said. [AG-8] */
@Entity('agenda_plan')
export class AgendaPlan {
  /** The meeting. */
  @PrimaryColumn('uuid')
  id: string

  /** In order, none over another, by the clock of the place. */
  @Column('jsonb', { default: [] })
  sittings: Sitting[]

  /** Rises with each change. */
  @Column('integer', { default: 1 })
  revision: number
}
