import { Column, Entity, PrimaryColumn } from 'typeorm'

/** The letter as it was issued (number 0), or a corrigendum with all that holds from then on. Never changed. [CL-3, CL-4] */
@Entity('convening_issue')
export class ConveningIssue {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  meetingId: string

  /** 0 for the letter, 1 for the first corrigendum. */
  @Column('integer')
  number: number

  /** How it is cited. */
  @Column('text')
  reference: string

  /** Why it was corrected; null for the letter itself. */
  @Column('text', { nullable: true })
  reason: string | null

  /** Day that it bears. */
  @Column('date')
  issuedOn: string

  @Column('timestamptz')
  issuedAt: Date

  @Column('uuid', { nullable: true })
  issuedBy: string | null

  /** The clauses as JSON; the hash is of these very characters. */
  @Column('text')
  content: string

  /** SHA-256 of `content`, in hexadecimal digits. */
  @Column('text')
  hash: string
}
