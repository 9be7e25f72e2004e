import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A check that the text did not pass when it was frozen. */
export interface Finding {
  readonly code: string
  readonly clause: string | null
  readonly block: number | null
  readonly args: Readonly<Record<string, string>>
}

/** The text of a deliverable as it was frozen. Never changed, never deleted. [DE-10, DV-4] */
@Entity('deliverable_version')
export class DeliverableVersion {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  deliverableId: string

  /** 1, 2, 3 within the deliverable. */
  @Column('integer')
  number: number

  /** The shared text that was frozen. Whoever may not see it sees no version of it. */
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

  /** The day, in the zone of the group. */
  @Column('date')
  frozenOn: string

  @Column('timestamptz')
  frozenAt: Date

  /** Null: the product itself. */
  @Column('uuid', { nullable: true })
  frozenBy: string | null

  /** The meeting that agreed on it as a baseline; null when none did. */
  @Column('uuid', { nullable: true })
  meetingId: string | null

  /** The row of the agenda under which it was agreed; null when none is known. */
  @Column('uuid', { nullable: true })
  agendaItemId: string | null

  @Column('text', { nullable: true })
  note: string | null

  @Column('integer')
  clauseCount: number

  @Column('integer')
  wordCount: number

  /** What the checks found in it. [ST-10] */
  @Column('jsonb')
  findings: readonly Finding[]

  /** SHA-256 of the file. */
  @Column('bytea')
  hash: Buffer

  /** Length of the file. */
  @Column('integer')
  sizeBytes: number

  /** The file, compressed: canonical-text.ts. */
  @Column('bytea', { select: false })
  body: Buffer
}
