import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { RelationType } from '#schema/vocabulary/register.js'
import { Sourced } from '#server/roadmap/provenance/index.js'

/** A typed edge between two items, read "from `type` to". One that holds both ways is stored once. */
@Entity('relation')
export class Relation extends Sourced {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  fromId: string

  @Column('uuid')
  toId: string

  @Column('text')
  type: RelationType

  /** A remark in our own words. */
  @Column('text', { nullable: true })
  note: string | null

  /** First day on which it held; null when unknown. */
  @Column('date', { nullable: true })
  fromOn: string | null

  /** Last day on which it held; null while it holds, and when it never did. */
  @Column('date', { nullable: true })
  toOn: string | null

  /** Clause in which it is said; null when none was named. */
  @Column('text', { nullable: true })
  clause: string | null

  /** The words that say it; null when none were quoted. */
  @Column('text', { nullable: true })
  evidence: string | null

  /** When somebody recorded that it holds no more; null while it holds. */
  @Column('timestamptz', { nullable: true })
  endedAt: Date | null

  /** Why it holds no more, or never did; null while it holds. */
  @Column('text', { nullable: true })
  endedReason: string | null
}
