import { Column, Entity, PrimaryColumn } from 'typeorm'

/** An item in a case. Where no scope was quoted, the scope note of the item stands for it. */
@Entity('overlap_case_item')
export class OverlapCaseItem {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  caseId: string

  @Column('uuid')
  itemId: string

  /** Where it stands among the others, from 0. */
  @Column('smallint')
  place: number

  /** Its scope, quoted; null when it was not. */
  @Column('text', { nullable: true })
  scope: string | null

  /** Clause that was quoted; null when not said. */
  @Column('text', { nullable: true })
  clause: string | null

  /** Where it was read; null when not said. */
  @Column('text', { nullable: true })
  source: string | null

  /** Date of what was read; null when not said. */
  @Column('date', { name: 'as_of', nullable: true })
  readOn: string | null

  @Column('integer', { default: 1 })
  revision: number
}
