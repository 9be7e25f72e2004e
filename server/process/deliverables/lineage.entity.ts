import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { LineageRelation } from '#schema/vocabulary/deliverables.js'
import { Sourced } from '#server/roadmap/provenance/index.js'

/** A step from a group's text to an item of a body; outlives the group. [DE-9] */
@Entity('deliverable_lineage')
export class DeliverableLineage extends Sourced {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  deliverableId: string

  /** Null when the item is not known. */
  @Column('uuid', { nullable: true })
  itemId: string | null

  @Column('text')
  relation: LineageRelation

  /** Day of the step; null when unknown. */
  @Column('date', { nullable: true })
  notedOn: string | null

  /** Title of the text at that step; null when it was the same. */
  @Column('text', { nullable: true })
  titleThen: string | null

  /** How the two were matched: by title, by subject. */
  @Column('text', { nullable: true })
  note: string | null
}
