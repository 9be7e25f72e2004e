import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { NoticeKind } from '#schema/vocabulary/notices.js'

/** Whether somebody wants letters of one kind. Without a row: they do. [NO-8] */
@Entity('notice_choice')
export class NoticeChoice {
  @PrimaryColumn('uuid')
  accountId: string

  @PrimaryColumn('text')
  kind: NoticeKind

  @Column('boolean')
  byMail: boolean
}
