import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { BodyKind } from '#schema/vocabulary/register.js'
import { Sourced } from '#server/roadmap/provenance/index.js'

/** Whoever publishes or drafts items, or could. */
@Entity('body')
export class Body extends Sourced {
  @PrimaryColumn('uuid')
  id: string

  /** Permanent part of its address. */
  @Column('text')
  slug: string

  @Column('text')
  name: string

  /** Null where it has none. */
  @Column('text', { nullable: true })
  acronym: string | null

  @Column('text')
  kind: BodyKind

  /** Body that it belongs to; null at the top. */
  @Column('uuid', { nullable: true })
  parentId: string | null

  /** Second parent of a joint body. */
  @Column('uuid', { nullable: true })
  coParentId: string | null

  /** Legal organisation behind it, where one is known here. */
  @Column('uuid', { nullable: true })
  organisationId: string | null

  @Column('text', { nullable: true })
  url: string | null

  /** True for what belongs to the example group and is no fact. */
  @Column('boolean', { default: false })
  isExample: boolean

  /** What it is in charge of; null when nobody has written it down. */
  @Column('text', { nullable: true })
  role: string | null

  /** How it numbers its work; null when nobody has written it down. */
  @Column('text', { nullable: true })
  numbering: string | null

  /** Day on which it ended; null while it is at work, as far as is known. */
  @Column('date', { nullable: true })
  dissolvedOn: string | null

  /** Body in which its work goes on; null when none is known. */
  @Column('uuid', { nullable: true })
  successorId: string | null
}
