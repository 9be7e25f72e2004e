import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { EditionCommentState, EditionCommentSubject } from '#schema/vocabulary/register.js'

/** What somebody said of a draft under public review. */
@Entity('edition_comment')
export class EditionComment {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  editionId: string

  /** What kind of thing it is about; null: the draft as a whole. */
  @Column('text', { nullable: true })
  subject: EditionCommentSubject | null

  @Column('uuid', { nullable: true })
  subjectId: string | null

  @Column('text')
  text: string

  /** Who said it by an account; null for somebody who confirmed an address by mail. */
  @Column('uuid', { nullable: true })
  personId: string | null

  @Column('text')
  state: EditionCommentState

  @Column('timestamptz')
  sentAt: Date

  @Column('uuid', { name: 'settled_by', nullable: true })
  settledById: string | null

  /** When it was published or declined; null while it waits. */
  @Column('timestamptz', { nullable: true })
  settledAt: Date | null

  /** Why it was declined; null otherwise. */
  @Column('text', { nullable: true })
  reason: string | null

  /** What the editors say to it; null while they have said nothing. */
  @Column('text', { nullable: true })
  answer: string | null

  @Column('uuid', { name: 'answered_by', nullable: true })
  answeredById: string | null

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null

  /** Rises with each change. */
  @Column('integer', { default: 1 })
  revision: number
}
