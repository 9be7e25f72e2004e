import { Column, Entity, PrimaryColumn } from 'typeorm'

/** How a person is shown. Deleted when the person is erased. */
@Entity('person_profile')
export class PersonProfile {
  @PrimaryColumn('uuid')
  personId: string

  /** As they write it themselves, 1 to 200 characters. */
  @Column('text')
  name: string

  /** The name as lists order it. */
  @Column('text')
  sortName: string

  @Column('integer', { default: 1 })
  revision: number
}
