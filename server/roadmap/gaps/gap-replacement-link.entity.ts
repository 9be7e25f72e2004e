import { Column, Entity, PrimaryColumn } from 'typeorm'

/** That a number leads to another since a merge or split. */
@Entity('gap_replacement_link')
export class GapReplacementLink {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  replacementId: string

  @Column('uuid')
  fromId: string

  @Column('uuid')
  toId: string
}
