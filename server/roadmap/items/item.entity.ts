import { Column, Entity, PrimaryColumn } from 'typeorm'
import type {
  Confidence,
  DateKind,
  Impact,
  ItemState,
  ItemType,
  LifecycleStage,
  StateBasis,
  Topic,
} from '#schema/vocabulary/register.js'
import { Sourced } from '#server/roadmap/provenance/index.js'

/** A standard, report or work item of any body, as it is now. */
@Entity('item')
export class Item extends Sourced {
  @PrimaryColumn('uuid')
  id: string

  /** Permanent part of its address, whatever it is called later. */
  @Column('text')
  slug: string

  /** Body that publishes it. */
  @Column('uuid')
  bodyId: string

  /** Committee in charge; null when unknown. */
  @Column('uuid', { nullable: true })
  committeeId: string | null

  /** How it is called now. */
  @Column('text')
  designation: string

  /** The designation as it sorts: L.9 before L.10. */
  @Column('text')
  designationSort: string

  /** Official title; null when it is not known. */
  @Column('text', { nullable: true })
  title: string | null

  /** How sure the title is. */
  @Column('text')
  titleConfidence: Confidence

  @Column('text')
  type: ItemType

  /** Where it stands, in our words. */
  @Column('text')
  state: ItemState

  /** On what the state rests. */
  @Column('text')
  stateBasis: StateBasis

  /** Its body's own word or code, verbatim; null when unknown. */
  @Column('text', { nullable: true })
  nativeStage: string | null

  /** Dates by kind, each as precise as its source: `2025`, `2025-07` or `2025-07-01`. */
  @Column('jsonb')
  dates: Partial<Record<DateKind, string>>

  @Column('text', { array: true })
  topics: Topic[]

  @Column('text', { array: true })
  lifecycleStages: LifecycleStage[]

  /** Empty for a text that concerns all impacts or none in particular. */
  @Column('text', { array: true })
  impacts: Impact[]

  /** One line on what it is about, in our own words. */
  @Column('text', { nullable: true })
  scopeNote: string | null

  /** Texts of other bodies that the source calls equal. */
  @Column('text', { array: true })
  equivalents: string[]

  @Column('text', { nullable: true })
  url: string | null

  /** Further addresses: a work programme, a draft that can be read, a table of contents. */
  @Column('text', { array: true })
  moreUrls: string[]
}
