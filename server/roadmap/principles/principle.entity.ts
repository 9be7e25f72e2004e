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
}
