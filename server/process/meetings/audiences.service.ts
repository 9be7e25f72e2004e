import { Injectable } from '@nestjs/common'
import type { NoticeKind } from '#schema/vocabulary/notices.js'
import type { GroupRoleKind } from '#schema/vocabulary/groups.js'
import { maySee } from '#server/common/access/index.js'
import { Notices, type Reach } from '#server/common/notifications/index.js'
import { stranger, type Ctx } from '#server/platform/context/index.js'
import { countsInGroupAs, type StandardsGroup } from '#server/process/groups/index.js'
import { countByCapacity, gathered, type Capacity, type Concerned } from './audience.js'
import { meetingScope } from './meetings.access.js'
import type { Meeting } from './meeting.entity.js'
import type { MeetingAtWork } from './meetings.service.js'

/** Whom a room above knows of: the people who are registered. */
export type ConcernedSource = (ctx: Ctx, meetingId: string) => Promise<readonly string[]>

/** How many people would be told, and how. */
export interface AudienceCounts {
  readonly people: number
  readonly roles: readonly { as: Capacity; people: number }[]
  /** On screen and by letter. */
  readonly byMail: number
  /** On screen alone: they chose so, or their address is not confirmed. */
  readonly onScreen: number
  /** They have no account, so that nobody can tell them from here. */
  readonly unreachable: number
}

/** Whom a meeting concerns: whoever holds a role in its group today, and whomever rooms above name; as far as they may see it. [MT-9] */
@Injectable()
export class Audiences {
  private readonly sources: { as: Capacity; source: ConcernedSource }[] = []

  constructor(private readonly notices: Notices) {}

  /** Hands in more people whom a meeting concerns. Called by the room that knows them, when its module is made. */
  alsoConcerned(as: Extract<Capacity, 'REGISTERED'>, source: ConcernedSource): void {
    this.sources.push({ as, source })
  }

  /** Whether a room above names the viewer: they are registered. */
  async isNamed(ctx: Ctx, meetingId: string): Promise<boolean> {
    const { personId } = ctx.viewer
    if (personId === null) return false
    const named = await Promise.all(this.sources.map(({ source }) => source(ctx, meetingId)))
    return named.some((people) => people.includes(personId))
  }

  /** All whom a meeting concerns and who may see it. */
  async of(ctx: Ctx, { meeting, group }: MeetingAtWork): Promise<readonly Concerned[]> {
    const held = (await ctx.db.query(
      `select r.person_id as "personId", r.subgroup_id as "subgroupId", r.role
       from group_role r join standards_group g on g.id = r.group_id
       where r.group_id = $1
         and (r.from_on is null or r.from_on <= ($2::timestamptz at time zone g.deadline_zone)::date)
         and (r.to_on is null or r.to_on > ($2::timestamptz at time zone g.deadline_zone)::date)
       order by r.person_id`,
      [group.id, ctx.now],
    )) as { personId: string; subgroupId: string | null; role: GroupRoleKind }[]
    const more = await Promise.all(
      this.sources.map(async ({ as, source }) =>
        (await source(ctx, meeting.id)).map((personId): Concerned => ({ personId, as: [as] })),
      ),
    )
    const people = gathered([
      ...held.map(({ personId, subgroupId, role }): Concerned => ({
        personId,
        as: [countsInGroupAs(role, subgroupId)],
      })),
      ...more.flat(),
    ])
    const { visibility } = meetingScope(meeting, group)
    return people.filter(({ as }) => {
      const standings = as.filter((one) => one !== 'REGISTERED').map((role) => ({ scopeId: group.id, role }))
      return maySee({ ...stranger, accountId: 'somebody', standings }, visibility, group.id)
    })
  }

  /** All whom at least one of several meetings of a group concerns, each person once. */
  async ofAny(ctx: Ctx, meetings: readonly Meeting[], group: StandardsGroup): Promise<readonly Concerned[]> {
    const all: Concerned[] = []
    for (const meeting of meetings) all.push(...(await this.of(ctx, { meeting, group })))
    return gathered(all)
  }

  /** Who else is told when somebody changes a meeting, or several of a group, counted. */
  async ofOthers(
    ctx: Ctx,
    { group, meeting }: MeetingAtWork,
    more: readonly Meeting[] = [],
  ): Promise<AudienceCounts & { concerned: readonly Concerned[] }> {
    const all = await this.ofAny(ctx, [meeting, ...more], group)
    const concerned = all.filter(({ personId }) => personId !== ctx.viewer.personId)
    return { ...(await this.count(ctx, concerned, 'CHANGE')), concerned }
  }

  /** How people would be told something of a kind. */
  reach(ctx: Ctx, people: readonly Concerned[], kind: NoticeKind): Promise<Reach[]> {
    return this.notices.reach(
      ctx,
      people.map(({ personId }) => personId),
      kind,
    )
  }

  /** How many of them would be told, and how. */
  async count(ctx: Ctx, people: readonly Concerned[], kind: NoticeKind): Promise<AudienceCounts> {
    return this.counted(people, await this.reach(ctx, people, kind))
  }

  /** The same where it is known how each can be reached. */
  counted(people: readonly Concerned[], reach: readonly Reach[]): AudienceCounts {
    const ids = new Set(people.map(({ personId }) => personId))
    const reachable = reach.filter(({ accountId, personId }) => accountId !== null && ids.has(personId))
    const byMail = reachable.filter((one) => one.byMail).length
    return {
      people: people.length,
      roles: countByCapacity(people),
      byMail,
      onScreen: reachable.length - byMail,
      unreachable: people.length - reachable.length,
    }
  }
}
