import { Column, Entity, PrimaryColumn } from 'typeorm'

/** An organisation or group that gives a contribution; their order is part of it. [CO-4] */
@Entity('contribution_source')
export class ContributionSource {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  contributionId: string

  /** Its place on the cover, from 0. */
  @Column('integer')
  position: number

  /** As printed. */
  @Column('text')
  label: string

  /** The organisation meant; null when it is none of those recorded. */
  @Column('uuid', { nullable: true })
  organisationId: string | null

  /** The body or group meant; null when it is none of those recorded. */
  @Column('uuid', { nullable: true })
  bodyId: string | null
}
