import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Somebody to ask about a contribution. Kept without history, so that they can be forgotten. [CO-4] */
@Entity('contribution_contact')
export class ContributionContact {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  contributionId: string

  @Column('integer')
  position: number

  /** With an account here; null for somebody who has none. */
  @Column('uuid', { nullable: true })
  personId: string | null

  /** Of somebody without an account. */
  @Column('text', { nullable: true })
  name: string | null

  /** As printed. */
  @Column('text', { nullable: true })
  organisation: string | null

  /** Never shown to anybody but its source and the management. [PA-4] */
  @Column('text', { nullable: true })
  email: string | null
}
