import { Column, Entity, PrimaryColumn } from 'typeorm'

/** What can be followed: a thing, a topic, or a view that one keeps oneself. */
export type FollowKind = 'ITEM' | 'GAP' | 'BODY' | 'TOPIC' | 'VIEW'

/** That somebody wants to hear what happens to something. Nobody else sees it. */
@Entity('follow')
export class Follow {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  accountId: string

  @Column('text')
  kind: FollowKind

  /** Id of the thing or the view; code of the topic. */
  @Column('text')
  key: string

  @Column('timestamptz')
  beganAt: Date

  /** What was done before this transaction is no news. */
  @Column('bigint')
  fromTransaction: number
}
