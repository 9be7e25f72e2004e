import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { ImportFormat, ImportOutcome, ImportState } from '#schema/vocabulary/imports.js'
import type { Confidence } from '#schema/vocabulary/register.js'

/** How many rows mean what; empty until the file is read. */
export type ImportCounts = Partial<Record<ImportOutcome, number>>

/** A file that is taken into the register. */
@Entity('item_import')
export class ItemImport {
  @PrimaryColumn('uuid')
  id: string

  @Column('text')
  fileName: string

  @Column('text')
  format: ImportFormat

  @Column('integer')
  sizeBytes: number

  @Column('bytea')
  sha256: Buffer

  /** Where its facts come from, as every fact of it says. */
  @Column('text')
  source: string

  @Column('text')
  confidence: Confidence

  /** Day as of which it tells. */
  @Column('date', { name: 'as_of' })
  evidenceOn: string

  @Column('text')
  state: ImportState

  /** Steps done of the present state, and how many there are; none are known at first. */
  @Column('integer', { default: 0 })
  progressDone: number

  @Column('integer', { default: 0 })
  progressTotal: number

  /** Somebody wants the work under way to end. */
  @Column('boolean', { default: false })
  isCancelAsked: boolean

  /** Why the last step was not done: code and arguments of a refusal; null when nothing was refused. */
  @Column('jsonb', { nullable: true })
  refusal: { code: string; args: Record<string, string | number> } | null

  @Column('jsonb')
  counts: ImportCounts

  /** Null when it came by the command line. */
  @Column('uuid', { nullable: true })
  uploadedBy: string | null

  @Column('timestamptz')
  uploadedAt: Date

  @Column('uuid', { nullable: true })
  appliedBy: string | null

  /** Null until it is taken into the register. */
  @Column('timestamptz', { nullable: true })
  appliedAt: Date | null

  @Column('uuid', { nullable: true })
  undoneBy: string | null

  @Column('timestamptz', { nullable: true })
  undoneAt: Date | null

  /** Rises with each change that a person sees. */
  @Column('integer', { default: 1 })
  revision: number
}
