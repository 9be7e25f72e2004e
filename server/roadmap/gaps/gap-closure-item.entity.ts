import { Column, Entity, PrimaryColumn } from 'typeorm'

/** An item that a decision names as what closed a gap. */
@Entity('gap_closure_item')
export class GapClosureItem {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  closureId: string

  @Column('uuid')
  itemId: string
}
