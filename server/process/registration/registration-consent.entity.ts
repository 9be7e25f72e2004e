import { Column, Entity, PrimaryColumn } from 'typeorm'

/** What people were asked when they agreed to be printed. Never changed: another wording is another version. [RG-7] */
@Entity('registration_consent')
export class RegistrationConsent {
  @PrimaryColumn('uuid')
  meetingId: string

  @PrimaryColumn('integer')
  version: number

  @Column('text')
  text: string
}
