import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { NoticeKind } from '#schema/vocabulary/notices.js'

/** Something that one person was told because it concerns them. [NO-7] */
@Entity('notice')
export class Notice {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  accountId: string

  /** Names the occasion; nobody is told twice of one. */
  @Column('text')
  key: string

  @Column('text')
  kind: NoticeKind

  /** Its sentence: `notice.<code>` of the catalogue. */
  @Column('text')
  code: string

  /** What the sentence says; never about a person. */
  @Column('jsonb')
  args: Record<string, string | number | null>

  /** Path of the page that it is about. */
  @Column('text')
  href: string

  @Column('timestamptz')
  toldAt: Date

  /** Whether a letter was written as well. */
  @Column('boolean')
  isMailed: boolean

  /** When they said that they have seen it; null until then. */
  @Column('timestamptz', { nullable: true })
  seenAt: Date | null
}
