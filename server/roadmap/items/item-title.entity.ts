import { Column, Entity, PrimaryColumn } from 'typeorm'
import { Sourced } from '#server/roadmap/provenance/index.js'

/** A title of an item in another language than that of its official one. Rows are never deleted: an old title still finds its item. */
@Entity('item_title')
export class ItemTitle extends Sourced {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  itemId: string

  /** Language as a BCP 47 tag: `fr`, `zh-Hans`. */
  @Column('text')
  lang: string

  @Column('text')
  title: string

  /** First day of the title; null when unknown. */
  @Column('date', { nullable: true })
  fromOn: string | null

  /** Day after the last; null while it holds. */
  @Column('date', { nullable: true })
  toOn: string | null
}
