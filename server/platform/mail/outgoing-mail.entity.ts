import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A letter to one person: waiting, on its way, or sent. */
@Entity('outgoing_mail')
export class OutgoingMail {
  /** Also the local part of its Message-ID, the same at each attempt. */
  @PrimaryColumn('uuid')
  id: string

  /** Whom it concerns, so that it goes when they are erased; null for an address that belongs to nobody here. */
  @Column('uuid', { nullable: true })
  personId: string | null

  /** E-mail address; empty once sent. */
  @Column('text')
  recipient: string

  @Column('text')
  subject: string

  /** Plain text; empty once sent, because it may hold the secret of a link. */
  @Column('text')
  body: string

  @Column('timestamptz')
  createdAt: Date

  /** When a process took it in hand; null while nobody has. */
  @Column('timestamptz', { nullable: true })
  claimedAt: Date | null

  /** When the SMTP server took it; null until then. */
  @Column('timestamptz', { nullable: true })
  sentAt: Date | null

  /** How often sending was tried. */
  @Column('integer', { default: 0 })
  attempts: number

  /** What the SMTP server said to the last failed attempt; null when none failed. */
  @Column('text', { nullable: true })
  lastError: string | null
}
