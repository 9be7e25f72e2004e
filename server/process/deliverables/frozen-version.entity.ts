import { Column, PrimaryColumn } from 'typeorm'

/**
 * Columns that every frozen version of a shared text has, whatever it was frozen as: for deliverables, reports and minutes. Never changed, never
 * deleted. [DV-4]
 */
export abstract class FrozenVersion {
  @PrimaryColumn('uuid')
  id: string

  /** 1, 2, 3 within what the text is of: one deliverable, one report, the minutes of one meeting. */
  @Column('integer')
  number: number

  /** The shared text that was frozen. */
  @Column('uuid')
  documentId: string

  /** Title of the text then. */
  @Column('text')
  title: string

  /** Which stored state of the text it is. */
  @Column('text')
  textVersion: string

  /** SHA-256 over what is written, without numbers and other things that are computed: tells whether the text has changed since. */
  @Column('bytea')
  textHash: Buffer

  @Column('timestamptz')
  frozenAt: Date

  /** The person who froze it; null for the product itself. */
  @Column('uuid', { nullable: true })
  frozenBy: string | null

  @Column('integer')
  clauseCount: number

  @Column('integer')
  wordCount: number

  /** SHA-256 of the file. */
  @Column('bytea')
  hash: Buffer

  /** Length of the file. */
  @Column('integer')
  sizeBytes: number

  /** The file, compressed: frozen-text.ts. */
  @Column('bytea', { select: false })
  body: Buffer
}

/** The table of one kind of frozen version. */
export type FrozenEntity<V extends FrozenVersion = FrozenVersion> = new () => V
