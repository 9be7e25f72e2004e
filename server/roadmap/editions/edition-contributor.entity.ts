import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Somebody who contributed to an edition, as it prints them. Outside of what is hashed, so that a person can be taken out. [ED-3] */
@Entity('edition_contributor')
export class EditionContributor {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  editionId: string

  /** Null when they were erased. */
  @Column('text', { nullable: true })
  name: string | null

  /** By which they are sorted, the surname first; null when they were erased. */
  @Column('text', { nullable: true })
  sortName: string | null

  @Column('text', { nullable: true })
  affiliation: string | null

  @Column('text', { nullable: true })
  country: string | null

  /** What the print says beside the name: "editor", a group; null for nothing. */
  @Column('text', { nullable: true })
  mark: string | null
}
