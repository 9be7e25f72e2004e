import { Column, Entity, PrimaryColumn } from 'typeorm'
import { Sourced } from '#server/roadmap/provenance/index.js'

/** One name that an item has or had. Rows are never deleted: every old name still finds its item. */
@Entity('item_name')
export class ItemName extends Sourced {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  itemId: string

  @Column('text')
  designation: string

  /** Normalised forms under which it is looked up; the first is the whole name. */
  @Column('text', { array: true })
  keys: string[]

  /** Title under this name; null when unknown. */
  @Column('text', { nullable: true })
  title: string | null

  /** First day of the name; null when unknown. */
  @Column('date', { nullable: true })
  fromOn: string | null

  /** Day after the last; null while it holds. */
  @Column('date', { nullable: true })
  toOn: string | null
}
