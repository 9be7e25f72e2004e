import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Where a person belonged, and when. Deleted when the person is erased. */
@Entity('affiliation')
export class Affiliation {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  personId: string

  /** The organisation meant; null when it is not among those recorded. */
  @Column('uuid', { nullable: true })
  organisationId: string | null

  /** As printed in lists of participants, 1 to 300 characters. */
  @Column('text')
  label: string

  /** Country as printed; null when none was. */
  @Column('text', { nullable: true })
  country: string | null

  /** First day; null when unknown. */
  @Column('date', { nullable: true })
  fromOn: string | null

  /** Day after the last; null while it lasts or when unknown. */
  @Column('date', { nullable: true })
  toOn: string | null
}
