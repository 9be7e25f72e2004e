import { Column, Entity, PrimaryColumn } from 'typeorm'

/** What a mailed link does when it is opened. */
export type LinkPurpose = 'SIGN_IN' | 'CONFIRM_EMAIL' | 'RESET_PASSWORD'

/** A link that was mailed to the address of an account; works once and for a short time. */
@Entity('mailed_link')
export class MailedLink {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  accountId: string

  @Column('text')
  purpose: LinkPurpose

  /** SHA-256 of the secret in the link. */
  @Column('bytea', { unique: true })
  secretHash: Buffer

  @Column('timestamptz')
  createdAt: Date

  @Column('timestamptz')
  expiresAt: Date

  /** When it was opened, or made void by a newer one; null while it works. */
  @Column('timestamptz', { nullable: true })
  usedAt: Date | null
}
