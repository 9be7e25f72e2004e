import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { TermsSections } from './terms-of-reference.js'
import { Sourced } from '#server/roadmap/provenance/index.js'

/** The terms of reference of a group in one version. [FG-3] */
@Entity('terms_of_reference')
export class TermsOfReference extends Sourced {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  groupId: string

  /** 1 for the first. */
  @Column('integer')
  version: number

  /** Day on which the parent approved this version; null when unknown. */
  @Column('date', { nullable: true })
  approvedOn: string | null

  /** By key of the section: its own text, the clause that holds instead, and deadlines that it sets. Absent ones are not known. */
  @Column('jsonb')
  sections: TermsSections
}
