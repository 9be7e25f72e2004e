import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A personal access token for programs, used as `Authorization: Bearer`. */
@Entity('access_token')
export class AccessToken {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  accountId: string

  /** What its owner calls it. */
  @Column('text')
  name: string

  /** SHA-256 of the secret; the secret was shown once and is nowhere. */
  @Column('bytea', { unique: true })
  secretHash: Buffer

  @Column('timestamptz')
  createdAt: Date

  /** Within the hour; null when it was never used. */
  @Column('timestamptz', { nullable: true })
  lastUsedAt: Date | null

  /** When it stops working; null for never. */
  @Column('timestamptz', { nullable: true })
  expiresAt: Date | null

  /** When its owner ended it; null while it works. */
  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null
}
