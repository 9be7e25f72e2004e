import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { CosigningState } from '#schema/vocabulary/contributions.js'

/** A member of another organisation who was asked to sign. [CN-4] */
@Entity('contribution_cosigner')
export class Cosigner {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  contributionId: string

  @Column('uuid')
  personId: string

  /** Their organisation as printed on the cover. */
  @Column('text')
  label: string

  /** The organisation meant; null when it is none of those recorded. */
  @Column('uuid', { nullable: true })
  organisationId: string | null

  @Column('text')
  state: CosigningState

  @Column('uuid', { nullable: true })
  invitedBy: string | null

  @Column('timestamptz')
  invitedAt: Date

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null
}
