import { Column, Entity, PrimaryColumn } from 'typeorm'

export type DigestFrequency = 'OFF' | 'DAILY' | 'WEEKLY'

/** How an account hears of what it follows. Without a row: by no letter, and nothing was seen yet. */
@Entity('digest')
export class Digest {
  @PrimaryColumn('uuid')
  accountId: string

  @Column('text')
  frequency: DigestFrequency

  /** Place in the order of transactions up to which the news were seen on the page. */
  @Column('bigint')
  seenTransaction: number

  @Column('bigint')
  seenSeq: number

  /** The same for letters. */
  @Column('bigint')
  toldTransaction: number

  @Column('bigint')
  toldSeq: number

  /** When the next letter is due; null without letters. */
  @Column('timestamptz', { nullable: true })
  nextAt: Date | null
}
