import { Column, Entity, PrimaryColumn } from 'typeorm'

/** One browser in which somebody is signed in. */
@Entity('account_session')
export class AccountSession {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  accountId: string

  /** SHA-256 of the secret in the cookie; the secret itself is nowhere. */
  @Column('bytea', { unique: true })
  secretHash: Buffer

  @Column('timestamptz')
  createdAt: Date

  /** Within the hour. */
  @Column('timestamptz')
  lastSeenAt: Date

  /** Thirty days after it was last seen. */
  @Column('timestamptz')
  expiresAt: Date
}
