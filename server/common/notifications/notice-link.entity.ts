import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { NoticeKind } from '#schema/vocabulary/notices.js'

/** A link that ends the letters of one kind, as it stands in one of them. */
@Entity('notice_link')
export class NoticeLink {
  /** SHA-256 of the secret in the link. */
  @PrimaryColumn('bytea')
  secretHash: Buffer

  @Column('uuid')
  accountId: string

  @Column('text')
  kind: NoticeKind

  @Column('timestamptz')
  madeAt: Date
}
