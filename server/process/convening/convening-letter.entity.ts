import { Column, Entity, PrimaryColumn } from 'typeorm'

/** That somebody works on the convening letter of a meeting. What it says is composed, worded (ConveningWording), issued (ConveningIssue). */
@Entity('convening_letter')
export class ConveningLetter {
  @PrimaryColumn('uuid')
  meetingId: string

  @Column('integer', { default: 1 })
  revision: number
}
