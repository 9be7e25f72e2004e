import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { PrincipleOrigin } from '#schema/vocabulary/register.js'
import { Sourced } from '#server/roadmap/provenance/index.js'

/** A wording that a principle had before its present one. Never altered. */
@Entity('principle_wording')
export class PrincipleWording extends Sourced {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  principleId: string

  /** 1 is the first. */
  @Column('integer')
  version: number

  @Column('text')
  title: string

  @Column('text')
  statement: string

  @Column('text', { nullable: true })
  rationale: string | null

  @Column('text')
  origin: PrincipleOrigin

  /** First day of this wording; null when unknown. */
  @Column('date', { nullable: true })
  wordedOn: string | null

  /** Why it was worded so; null for the first wording. */
  @Column('text', { nullable: true })
  rewordedBecause: string | null
}
