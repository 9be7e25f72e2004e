import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { AgendaItem } from './agenda-item.entity.js'

/** A row that was taken out of an agenda and can be put back. Its key is that of the row. [AG-11] */
@Entity('agenda_removal')
export class AgendaRemoval {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  meetingId: string

  /** That it had. */
  @Column('text')
  number: string

  /** The row as it was. */
  @Column('jsonb')
  row: AgendaItem

  /** The row under which it stood; null at the top. It may be gone since, like all rows that are named here. */
  @Column('uuid', { nullable: true })
  under: string | null

  /** The row before which it stood; null: it was the last there. */
  @Column('uuid', { nullable: true })
  before: string | null

  /** Rows that stood under it and rose to its place, in order. */
  @Column('uuid', { array: true, default: [] })
  rose: string[]

  @Column('timestamptz')
  removedAt: Date
}
