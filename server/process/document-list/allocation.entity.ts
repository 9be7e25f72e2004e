import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A document under a row of the agenda. It may stand under several; one of them is where it is treated. [DL-5] */
@Entity('allocation')
export class Allocation {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  meetingId: string

  @Column('uuid')
  contributionId: string

  /** A row of the agenda of the same meeting. */
  @Column('uuid')
  agendaItemId: string

  /** Order under the row; gaps mean nothing. */
  @Column('integer')
  position: number

  /** Where it is treated; under its other rows it is only pointed to. */
  @Column('boolean')
  isPrimary: boolean

  /** Who presents it, as somebody known here; null when unknown or named in words. */
  @Column('uuid', { nullable: true })
  presenterId: string | null

  /** Who presents it, in words; null when unknown or known here. */
  @Column('text', { nullable: true })
  presentedBy: string | null

  /** When it got its result under this row; null before. */
  @Column('timestamptz', { nullable: true })
  treatedAt: Date | null
}
