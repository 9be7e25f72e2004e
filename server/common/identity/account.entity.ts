import { Column, Entity, PrimaryColumn } from 'typeorm'

/** What lets a person sign in. Deleted whole when the person is erased. */
@Entity('account')
export class Account {
  @PrimaryColumn('uuid')
  id: string

  /** The person whose account it is; one account a person. */
  @Column('uuid', { unique: true })
  personId: string

  /** Where mail goes and what one signs in with; compared without case, shown to nobody else. */
  @Column('citext', { unique: true })
  email: string

  /** Argon2id in PHC format; null when one signs in by mailed link only. Worth nothing until the address is confirmed. */
  @Column('text', { nullable: true })
  passwordHash: string | null

  /** When a mailed link showed that the address is theirs; null until then, and no password signs in. */
  @Column('timestamptz', { nullable: true })
  emailConfirmedAt: Date | null

  /** May edit the register and administer the site. */
  @Column('boolean', { default: false })
  isAdministrator: boolean

  /** Chosen language of answers and mail; null for whatever the browser asks for. */
  @Column('text', { nullable: true })
  language: string | null

  @Column('timestamptz')
  createdAt: Date

  /** When it stopped working; null while it works. */
  @Column('timestamptz', { nullable: true })
  closedAt: Date | null
}
