import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A person as the record knows them: an id that is kept for ever and says nothing. */
@Entity('person')
export class Person {
  @PrimaryColumn('uuid')
  id: string

  @Column('timestamptz')
  createdAt: Date

  /** When all that told who it is was deleted; null for everybody else. */
  @Column('timestamptz', { nullable: true })
  erasedAt: Date | null
}
