import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { RelationType } from '#schema/vocabulary/register.js'
import { Sourced } from '#server/roadmap/provenance/index.js'

/** A typed edge between two items, read "from `type` to". One that holds both ways is stored once. */
@Entity('relation')
export class Relation extends Sourced {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  fromId: string

  @Column('uuid')
  toId: string

  @Column('text')
  type: RelationType

  /** A remark in our own words. */
  @Column('text', { nullable: true })
  note: string | null
}
