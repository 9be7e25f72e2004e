import { Column, Entity, PrimaryColumn } from 'typeorm'

/** The words of a clause, for searching. */
@Entity('clause_text')
export class ClauseText {
  @PrimaryColumn('uuid')
  documentId: string

  @PrimaryColumn('text')
  clauseId: string

  /** Its place in the order of reading, from 0. */
  @Column('integer')
  position: number

  /** Plain words of its heading; empty when it is deleted. */
  @Column('text')
  title: string

  /** Plain words of the rest; empty when it is deleted. */
  @Column('text')
  words: string

  /** Hash of what it held. */
  @Column('text')
  hash: string

  /** When it was found to be deleted; null while it stands. */
  @Column('timestamptz', { nullable: true })
  goneAt: Date | null
}
