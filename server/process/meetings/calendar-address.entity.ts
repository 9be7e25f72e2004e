import { Column, Entity, PrimaryColumn } from 'typeorm'

/** The secret address under which programs read the calendar of a person; one an account. [IC-5] */
@Entity('calendar_address')
export class CalendarAddress {
  @PrimaryColumn('uuid')
  accountId: string

  /** SHA-256 of the secret; the secret was shown once and is nowhere. */
  @Column('bytea', { unique: true })
  secretHash: Buffer

  @Column('timestamptz')
  madeAt: Date

  /** Within the hour; null when no program has read it. */
  @Column('timestamptz', { nullable: true })
  lastReadAt: Date | null
}
