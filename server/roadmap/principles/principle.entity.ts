import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { PrincipleOrigin } from '#schema/vocabulary/register.js'
import { Sourced } from '#server/roadmap/provenance/index.js'

/** A statement of what standards should do. */
@Entity('principle')
export class Principle extends Sourced {
  @PrimaryColumn('uuid')
  id: string

  /** Permanent: 1 is shown as P-01. Never given twice. */
  @Column('integer')
  number: number

  @Column('text')
  title: string

  @Column('text')
  statement: string

  /** Why; null when its origin gives no reason. */
  @Column('text', { nullable: true })
  rationale: string | null

  /** The document that it was set in. */
  @Column('text')
  origin: PrincipleOrigin

  /** Which wording this is: 1 is the first. */
  @Column('integer', { default: 1 })
  version: number

  /** First day of this wording; null when unknown. */
  @Column('date', { nullable: true })
  wordedOn: string | null

  /** Why it is worded so now; null for the first wording. */
  @Column('text', { nullable: true })
  rewordedBecause: string | null

  /** Day from which it holds no more; null while it holds. */
  @Column('date', { nullable: true })
  withdrawnOn: string | null

  @Column('text', { nullable: true })
  withdrawnBecause: string | null
}
