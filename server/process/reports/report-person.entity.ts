import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Whom a sign in the text of a report stands for. Never changed: what is frozen points to it. [RP-6] */
@Entity('report_person')
export class ReportPerson {
  @PrimaryColumn('uuid')
  reportId: string

  /** 3 of the sign {P3}. */
  @PrimaryColumn('integer')
  number: number

  @Column('uuid')
  personId: string
}
