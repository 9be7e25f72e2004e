import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A part of the register as an edition keeps it: the parts in order, put together, are one gzip file. */
@Entity('edition_snapshot')
export class EditionSnapshot {
  @PrimaryColumn('uuid')
  editionId: string

  @PrimaryColumn('integer')
  part: number

  @Column('bytea')
  body: Buffer
}
