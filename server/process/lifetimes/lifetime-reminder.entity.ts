import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A reminder of the end of a group that has left. [GS-10] */
@Entity('lifetime_reminder')
export class LifetimeReminder {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  groupId: string

  /** The end of which it told. */
  @Column('date')
  endsOn: string

  @Column('integer')
  monthsBefore: number

  @Column('timestamptz')
  sentAt: Date

  /** To how many people a letter was written. */
  @Column('integer')
  letters: number
}
