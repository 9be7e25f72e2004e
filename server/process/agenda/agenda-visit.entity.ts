import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A stretch of time during which the room was at a row of the agenda. [RO-10] */
@Entity('agenda_visit')
export class AgendaVisit {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  meetingId: string

  @Column('uuid')
  itemId: string

  @Column('timestamptz')
  fromAt: Date

  /** First instant at which it was no longer there; null while it is, at most to the end of that day. */
  @Column('timestamptz', { nullable: true })
  toAt: Date | null
}
