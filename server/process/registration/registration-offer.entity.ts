import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { RegistrationAudience } from '#schema/vocabulary/registration.js'

/** That people can register for a meeting, and how. Until when is a key date of the meeting, not kept here. [RG-1] */
@Entity('registration_offer')
export class RegistrationOffer {
  @PrimaryColumn('uuid')
  meetingId: string

  /** First day, in the zone of the group's deadlines; null: from the moment that it is offered. */
  @Column('date', { nullable: true })
  opensOn: string | null

  /** Places in the room; null: no limit. */
  @Column('integer', { nullable: true })
  placesOnsite: number | null

  /** Whether one can take part from afar, without limit. */
  @Column('boolean')
  offersRemote: boolean

  /** Whether the host helps with visas, until a key date of its own. */
  @Column('boolean')
  offersVisaSupport: boolean

  /** Who may register by themselves. */
  @Column('text')
  audience: RegistrationAudience

  /** The text of consent that is asked now. */
  @Column('integer')
  consentVersion: number

  @Column('integer', { default: 1 })
  revision: number
}
