import { Column, Entity, PrimaryColumn } from 'typeorm'

export type ReplacementKind = 'MERGE' | 'SPLIT'

/** A step by which numbers came to lead elsewhere: several gaps merged into one, or one split into several. [GA-13] */
@Entity('gap_replacement')
export class GapReplacement {
  @PrimaryColumn('uuid')
  id: string

  @Column('text')
  kind: ReplacementKind

  @Column('date')
  happenedOn: string

  @Column('text')
  reason: string

  /** Person who did it; null for the system. */
  @Column('uuid', { name: 'told_by', nullable: true })
  toldById: string | null

  @Column('timestamptz')
  toldAt: Date

  /** Null while it holds. */
  @Column('timestamptz', { nullable: true })
  undoneAt: Date | null

  @Column('uuid', { name: 'undone_by', nullable: true })
  undoneById: string | null

  @Column('text', { nullable: true })
  undoneReason: string | null

  /** Rises with each change of the row. */
  @Column('integer', { default: 1 })
  revision: number
}
