import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { ReadClause } from '#server/drafting/reading/index.js'

/** What was handed in at one time, word for word; never changed. [CN-2] */
@Entity('contribution_revision')
export class ContributionRevision {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  contributionId: string

  /** 0 for what was first handed in, 1 for R1. */
  @Column('integer')
  number: number

  /** What it was called then. */
  @Column('text')
  title: string

  @Column('timestamptz')
  submittedAt: Date

  /** Null for the system. */
  @Column('uuid', { nullable: true })
  submittedBy: string | null

  /** Whether it came after a deadline that does more than advise. [D-L-3] */
  @Column('boolean')
  isAfterDeadline: boolean

  /** What was changed, in the words of its source. */
  @Column('text', { nullable: true })
  note: string | null

  /** Version of the words about the use of the text to which its source agreed. [CO-6] */
  @Column('text')
  consentVersion: string

  /** The text it was taken from; null for a file. */
  @Column('uuid', { nullable: true })
  documentId: string | null

  /** Version of that text; null for a file. */
  @Column('text', { nullable: true })
  textVersion: string | null

  /** Its clauses as they were read then; null for a file. */
  @Column('jsonb', { nullable: true })
  text: { readonly clauses: readonly ReadClause[]; readonly words: number } | null

  /** Null for what was written here. */
  @Column('uuid', { nullable: true })
  fileId: string | null

  /** Of the clauses as stored, or of the bytes of the file. */
  @Column('bytea')
  sha256: Buffer
}
