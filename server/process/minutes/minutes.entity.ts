import { Column, Entity, PrimaryColumn } from 'typeorm'

/** The minutes of a meeting: one shared text. */
@Entity('minutes')
export class Minutes {
  @PrimaryColumn('uuid')
  meetingId: string

  @Column('uuid')
  documentId: string

  @Column('timestamptz')
  openedAt: Date

  /** Null for the system, and when it is not known. */
  @Column('uuid', { nullable: true })
  openedById: string | null
}

/** Which clause of the minutes tells of which row of the agenda. */
@Entity('minutes_clause')
export class MinutesClause {
  @PrimaryColumn('uuid')
  documentId: string

  @PrimaryColumn('text')
  clauseId: string

  @Column('uuid')
  agendaItemId: string
}
