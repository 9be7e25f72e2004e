import { Column } from 'typeorm'
import type { Confidence } from '#schema/vocabulary/register.js'

/** Columns that every fact from outside carries: where it was read, as of when, who checked it, when to look again. */
export abstract class Sourced {
  /** Web address, document or catalogue with its snapshot date; null when it is only known from memory. */
  @Column('text', { nullable: true })
  source: string | null

  @Column('text')
  confidence: Confidence

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
