import { Column, Entity, PrimaryColumn } from 'typeorm'

/** The minutes of a meeting as they stood when it was closed. Never changed, never deleted. [RC-8] */
@Entity('minutes_version')
export class MinutesVersion {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  meetingId: string

  /** 1 when the meeting was closed first; the next when it was closed again after its minutes had changed. */
  @Column('integer')
  number: number

  @Column('uuid')
  documentId: string

  /** Title of the text then. */
  @Column('text')
  title: string

  /** Which stored state of the text it is. */
  @Column('text')
  textVersion: string

  /** SHA-256 over what is written, without what is computed for readers: tells whether the text has changed since. */
  @Column('bytea')
  textHash: Buffer

  @Column('timestamptz')
  frozenAt: Date

  /** Who closed the meeting; null for the system. */
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

  /** The file, compressed: server/process/deliverables/frozen-text.ts. */
  @Column('bytea', { select: false })
  body: Buffer
}
