import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { DocumentKind } from '#schema/vocabulary/collaboration.js'
import type { Visibility } from '#server/common/access/index.js'

/** One shared text as a thing. What is written in it is kept by the room `collaboration`. */
@Entity('document')
export class SharedDocument {
  /** Also the last part of its collaboration address. */
  @PrimaryColumn('uuid')
  id: string

  /** The group whose roles say who may write in it. */
  @Column('uuid')
  groupId: string

  @Column('text')
  kind: DocumentKind

  /** What it is called now. */
  @Column('text')
  title: string

  /** Version of the document schema that a program must know to write in it. [CS-6] */
  @Column('integer')
  schemaVersion: number

  /** True for texts made up for trying things. */
  @Column('boolean', { default: false })
  isExample: boolean

  /** Who may read it; never more than may see the group. */
  @Column('text')
  visibility: Visibility

  /** Since when nobody may write in it; null while it can be written. [WT-12] */
  @Column('timestamptz', { nullable: true })
  frozenAt: Date | null

  @Column('integer', { default: 1 })
  revision: number
}
