import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Visibility } from '#server/common/access/index.js'

/** One row of the agenda of a meeting; its number follows from its place in the tree. [ME-10] */
@Entity('agenda_item')
export class AgendaItem {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  meetingId: string

  /** The row it stands under, of the same meeting; null at the top. */
  @Column('uuid', { nullable: true })
  parentId: string | null

  /** Order among the rows under the same one; gaps mean nothing. */
  @Column('integer')
  position: number

  @Column('text')
  title: string

  /** Who may see it; never more than may see its meeting. [GR-3] */
  @Column('text')
  visibility: Visibility

  /** Rises with each change. */
  @Column('integer', { default: 1 })
  revision: number
}
