import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { AttendanceMode, RegistrationState } from '#schema/vocabulary/registration.js'

/** One person's registration for one meeting. What tells who they are is emptied when they are erased; the row stays. [RG-8] */
@Entity('registration')
export class Registration {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  meetingId: string

  @Column('uuid')
  personId: string

  @Column('text')
  mode: AttendanceMode

  @Column('text')
  state: RegistrationState

  /** Order of arrival within the meeting; given anew to whoever asks for a place on site later. */
  @Column('integer')
  arrival: number

  /** Whom they represented then, as printed; null when they were erased. [PA-2] */
  @Column('text', { nullable: true })
  affiliation: string | null

  /** The organisation meant; null when it is not among those recorded. */
  @Column('uuid', { nullable: true })
  organisationId: string | null

  /** Country as printed; null when none was given. */
  @Column('text', { nullable: true })
  country: string | null

  @Column('boolean')
  wantsVisaSupport: boolean

  /** What the invitation letter needs; for the secretariat alone, deleted on withdrawal. [RG-6] */
  @Column('text', { nullable: true })
  visaNeeds: string | null

  /** Whether their name may stand in the printed list. */
  @Column('boolean')
  consents: boolean

  /** The text that they were asked. */
  @Column('integer')
  consentVersion: number

  /** For those who keep the list. */
  @Column('text', { nullable: true })
  remark: string | null

  /** When they registered, after a withdrawal anew. */
  @Column('timestamptz')
  registeredAt: Date

  /** Who did it; another person when it was done by hand. */
  @Column('uuid', { nullable: true })
  registeredBy: string | null

  /** Registered by hand after the closing instant. */
  @Column('boolean')
  isLate: boolean

  /** Why somebody registered them by hand; null when they did it themselves. */
  @Column('text', { nullable: true })
  lateReason: string | null

  /** When a place became free for them; null when they had one at once or have none. */
  @Column('timestamptz', { nullable: true })
  movedUpAt: Date | null

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null

  @Column('integer', { default: 1 })
  revision: number
}
