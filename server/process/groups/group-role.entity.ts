import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { GroupRoleKind } from '#schema/vocabulary/groups.js'

/** An office or capacity of a person in a group, with its days. The same one of one person never overlaps itself. [FG-7, FG-8] */
@Entity('group_role')
export class GroupRole {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  groupId: string

  /** The working group in which it holds; null: in the group as a whole. */
  @Column('uuid', { nullable: true })
  subgroupId: string | null

  @Column('uuid')
  personId: string

  @Column('text')
  role: GroupRoleKind

  /** Named until the group itself has appointed. */
  @Column('boolean', { default: false })
  isActing: boolean

  /** The affiliation under which it was given; null when unknown or erased. */
  @Column('uuid', { nullable: true })
  affiliationId: string | null

  /** First day; null when unknown. */
  @Column('date', { nullable: true })
  fromOn: string | null

  /** Day after the last; null while it lasts or when unknown. */
  @Column('date', { nullable: true })
  toOn: string | null

  @Column('integer', { default: 1 })
  revision: number
}
