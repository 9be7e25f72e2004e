import { Column, Entity, PrimaryColumn } from 'typeorm'

/** An answer in words, with the reference of the declaration if there is one. */
export interface PatentAnswer {
  readonly text: string
  readonly declaration: string | null
}

/** Whether a meeting was asked for known patents. Nothing here says whether they are needed, valid or fairly licensed. [IP-4] */
@Entity('patent_question')
export class PatentQuestion {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid', { unique: true })
  meetingId: string

  @Column('boolean')
  wasAsked: boolean

  /** By the calendar of the meeting's place; null when it was not asked. */
  @Column('date', { nullable: true })
  askedOn: string | null

  /** Wall-clock time at the meeting's place; null when unknown. */
  @Column('time', { nullable: true })
  askedTime: string | null

  /** Why it was not asked, or a remark. */
  @Column('text', { nullable: true })
  note: string | null

  /** Empty when nobody knew of any. */
  @Column('jsonb', { default: [] })
  answers: PatentAnswer[]

  /** Null for the system. */
  @Column('uuid', { name: 'told_by', nullable: true })
  toldById: string | null

  @Column('timestamptz')
  toldAt: Date

  /** Rises with each change. */
  @Column('integer', { default: 1 })
  revision: number
}
