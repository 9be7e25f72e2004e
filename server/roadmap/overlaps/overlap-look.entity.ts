import { Column, Entity, PrimaryColumn } from 'typeorm'

/** In which state an item was last compared with the others; one that has changed since, or is not here, waits to be looked at. */
@Entity('overlap_look')
export class OverlapLook {
  @PrimaryColumn('uuid')
  itemId: string

  @Column('integer')
  itemRevision: number

  @Column('timestamptz')
  lookedAt: Date
}
