import { Column, Entity, PrimaryColumn } from 'typeorm'

/** What was added later, beside the print: to the edition, or to one of those who contributed ("in memoriam"). [ED-3] */
@Entity('edition_note')
export class EditionNote {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  editionId: string

  /** Null: a note on the edition itself. */
  @Column('uuid', { nullable: true })
  contributorId: string | null

  @Column('text')
  text: string

  /** Person who added it; null for the system. */
  @Column('uuid', { name: 'told_by', nullable: true })
  toldById: string | null

  @Column('timestamptz')
  toldAt: Date
}
