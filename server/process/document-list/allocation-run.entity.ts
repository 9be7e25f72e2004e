import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { AllocationWay } from '#schema/vocabulary/document-list.js'
import type { Places } from './places.js'

/** Documents that were put under rows at once, with where they stood before and after, so that all of it can be taken back. [DL-8] */
@Entity('allocation_run')
export class AllocationRun {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  meetingId: string

  /** By hand, or by the rules of the meeting. */
  @Column('text')
  way: AllocationWay

  /** Null: the system. */
  @Column('uuid', { nullable: true })
  madeBy: string | null

  @Column('timestamptz')
  madeAt: Date

  @Column('uuid', { nullable: true })
  undoneBy: string | null

  /** Null unless it was taken back. */
  @Column('timestamptz', { nullable: true })
  undoneAt: Date | null

  /** How many documents changed their place. */
  @Column('integer')
  count: number

  /** Id of the document → where it stood. */
  @Column('jsonb')
  before: Record<string, Places>

  /** Id of the document → where it stood afterwards. */
  @Column('jsonb')
  after: Record<string, Places>
}
