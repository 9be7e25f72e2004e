import { Column, Entity, PrimaryColumn } from 'typeorm'
import { Sourced } from '#server/roadmap/provenance/index.js'

/** A working group inside a group; deliverables hang from it. [FG-6] */
@Entity('subgroup')
export class Subgroup extends Sourced {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  groupId: string

  /** The body as which the register knows it; null when it does not. */
  @Column('uuid', { nullable: true })
  bodyId: string | null

  /** 2 for WG2; never given to another. */
  @Column('integer')
  number: number

  @Column('text')
  title: string
}
