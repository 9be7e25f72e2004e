import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A list with its filters, kept under a name of one's own. Nobody else sees it; its address can be given to anybody. */
@Entity('saved_view')
export class SavedView {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  accountId: string

  /** Unlike the other names of the same account. */
  @Column('text')
  name: string

  /** Path and query on this site, without the page of the list. */
  @Column('text')
  address: string

  @Column('timestamptz')
  savedAt: Date

  @Column('integer', { default: 1 })
  revision: number
}
