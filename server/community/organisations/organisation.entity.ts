import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A company, ministry, university or association: a source of contributions, and where people belong. */
@Entity('organisation')
export class Organisation {
  @PrimaryColumn('uuid')
  id: string

  /** Permanent part of its address. */
  @Column('text', { unique: true })
  slug: string

  @Column('text')
  name: string

  /** One of `OrganisationKind`. */
  @Column('text')
  kind: OrganisationKind

  /** As printed; null when unknown. */
  @Column('text', { nullable: true })
  country: string | null

  /** True for what belongs to the example group and is no fact. */
  @Column('boolean', { default: false })
  isExample: boolean

  /** Where it was read; null when it is only known from memory. */
  @Column('text', { nullable: true })
  source: string | null

  /** `VERIFIED` in a named source, or from `MEMORY`. */
  @Column('text')
  confidence: 'VERIFIED' | 'MEMORY'

  /** Date of the evidence; null when unknown. */
  @Column('date', { name: 'as_of', nullable: true })
  evidenceOn: string | null

  /** Person who checked it last; null when nobody here did. */
  @Column('uuid', { name: 'checked_by', nullable: true })
  checkedById: string | null

  /** Day by which to look again; null when none was set. */
  @Column('date', { nullable: true })
  checkAgainOn: string | null

  /** Rises with each change of the row. */
  @Column('integer', { default: 1 })
  revision: number
}

/** What an organisation is; UNKNOWN where nobody has said. */
export type OrganisationKind =
  'COMPANY' | 'GOVERNMENT' | 'INTERNATIONAL_ORGANISATION' | 'RESEARCH' | 'ASSOCIATION' | 'OTHER' | 'UNKNOWN'
