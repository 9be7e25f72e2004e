import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Somebody without an account who commented. The address is for the letter alone and is never shown. */
@Entity('edition_comment_sender')
export class CommentSender {
  @PrimaryColumn('uuid')
  commentId: string

  /** As they gave it; null when they were erased. */
  @Column('text', { nullable: true })
  name: string | null

  /** Null when they were erased. */
  @Column('citext', { nullable: true })
  email: string | null

  /** SHA-256 of the secret in the mailed link. */
  @Column('bytea', { unique: true })
  secretHash: Buffer

  @Column('timestamptz')
  expiresAt: Date

  /** When they opened the link; null while they have not. */
  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null
}
