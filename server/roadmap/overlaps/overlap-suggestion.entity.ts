import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { SuggestionState } from '#schema/vocabulary/register.js'

/** Two items of different bodies that look alike, each pair once: `a` is the one with the lower id. */
@Entity('overlap_suggestion')
export class OverlapSuggestion {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  aId: string

  @Column('uuid')
  bId: string

  /** How much they look alike, in thousandths. */
  @Column('smallint')
  likeness: number

  /** The words that both have, as the first one writes them. */
  @Column('text', { array: true })
  words: string[]

  @Column('text')
  state: SuggestionState

  /** The case that it became. */
  @Column('uuid', { nullable: true })
  caseId: string | null

  /** Why it was dismissed. */
  @Column('text', { nullable: true })
  reason: string | null

  /** Person who settled it; null while it is open, and for the system. */
  @Column('uuid', { nullable: true })
  settledBy: string | null

  /** Null while it is open. */
  @Column('timestamptz', { nullable: true })
  settledAt: Date | null

  @Column('integer', { default: 1 })
  revision: number
}
