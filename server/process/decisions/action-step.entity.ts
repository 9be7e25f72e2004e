import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { ActionState } from '#schema/vocabulary/decisions.js'

/** Where an action stood from a moment on. */
@Entity('action_step')
export class ActionStep {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  actionId: string

  /** Null at the beginning. */
  @Column('text', { nullable: true })
  fromState: ActionState | null

  @Column('text')
  toState: ActionState

  /** What was said about it. */
  @Column('text', { nullable: true })
  note: string | null

  /** Null for the system. */
  @Column('uuid', { name: 'told_by', nullable: true })
  toldById: string | null

  @Column('timestamptz')
  toldAt: Date
}
