import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { ImportChoice, ImportOutcome } from '#schema/vocabulary/imports.js'
import type { Change, Plan } from './plan.js'
import type { Fact, Reason } from './fact.js'

/** What was written for a row, so that it can be taken back. */
export interface Done {
  readonly itemId: string
  /** Whether the item came with the row. */
  readonly isNew: boolean
  /** The item's revision once the row was written: a later one says that somebody has changed it since. */
  readonly revision: number
  /** What the columns held before. */
  readonly before: Readonly<Record<string, unknown>>
  /** Keys of rows that came with it, and of those that it ended, by table. */
  readonly made: Readonly<Record<string, readonly string[]>>
  readonly ended: Readonly<Record<string, readonly string[]>>
  /** Names whose title was not known and was filled in. */
  readonly filled: readonly string[]
}

/** A row of a file: what its submitter wrote, kept as it was, and beside it what the register makes of it. [GA-6, IM-5] */
@Entity('item_import_row')
export class ItemImportRow {
  @PrimaryColumn('uuid')
  importId: string

  /** Line or place in the file, from 1. */
  @PrimaryColumn('integer')
  number: number

  /** Word for word. */
  @Column('jsonb')
  raw: Record<string, unknown>

  /** What it says of an item; null when that cannot be read. */
  @Column('jsonb', { nullable: true })
  fact: Fact | null

  @Column('text')
  outcome: ImportOutcome

  @Column('jsonb')
  reasons: readonly Reason[]

  /** The row before it that is about the same item, whose lot it shares; null for a row of its own. */
  @Column('integer', { nullable: true })
  leadNumber: number | null

  /** The item that it is, or that came with it; null while there is none. */
  @Column('uuid', { nullable: true })
  itemId: string | null

  /** Items that it may be. */
  @Column('uuid', { array: true })
  candidates: string[]

  @Column('jsonb')
  changes: readonly Change[]

  @Column('jsonb', { nullable: true })
  plan: Plan | null

  /** What a person decided; null when nobody has. */
  @Column('text', { nullable: true })
  choice: ImportChoice | null

  @Column('uuid', { nullable: true })
  choiceItemId: string | null

  /** Null until it is written. */
  @Column('jsonb', { nullable: true })
  done: Done | null

  @Column('boolean', { default: false })
  isUndone: boolean
}
