import { Injectable } from '@nestjs/common'
import type { GroupRoleKind } from '#schema/vocabulary/groups.js'
import { Access } from '#server/common/access/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import type { AsOf } from '#server/platform/database/index.js'
import { linesFor, type Blocker, type ComingNext, type Concerned } from './blocker.js'
import type { StandardsGroup } from './group.entity.js'
import { scopeOf } from './groups.access.js'

/** What a room knows about what blocks the next meeting of a group: it loads the facts and lets its rules judge. */
export interface BlockerSource {
  blockers(ctx: Ctx, group: AsOf<StandardsGroup>): Promise<readonly Blocker[]>
  /** What comes next when nothing blocks; absent or null when this room knows of nothing. */
  next?(ctx: Ctx, group: AsOf<StandardsGroup>): Promise<ComingNext | null>
}

/** What somebody sees at the head of the page of a group. */
export interface Dashboard {
  readonly lines: readonly Blocker[]
  readonly next: ComingNext | null
}

/** "What blocks the next meeting?": rooms hand in what they know, each reader sees what concerns their roles. [GS-9] */
@Injectable()
export class Blockers {
  private readonly sources: BlockerSource[] = []

  constructor(private readonly access: Access) {}

  /** Rooms call it when they are made. */
  register(source: BlockerSource): void {
    this.sources.push(source)
  }

  /** The dashboard of the viewer; null for whoever holds no role in the group and does not administer the site. */
  async of(ctx: Ctx, group: AsOf<StandardsGroup>): Promise<Dashboard | null> {
    const held = concernsOf(ctx, group)
    if (held.length === 0) return null
    const found = await Promise.all(this.sources.map((source) => source.blockers(ctx, group)))
    const nexts = await Promise.all(this.sources.map(async (source) => (await source.next?.(ctx, group)) ?? null))
    const [next = null] = nexts.filter((one) => one !== null).sort((one, other) => one.on.localeCompare(other.on, 'en'))
    return { lines: linesFor(found.flat(), held), next }
  }

  /** Whether the viewer has the right that the button of a line needs. */
  maySettle(ctx: Ctx, group: StandardsGroup, { settle }: Blocker): boolean {
    return settle.permission === null || this.access.may(ctx, settle.permission, scopeOf(group))
  }
}

const concernsOf = ({ viewer }: Ctx, group: StandardsGroup): Concerned[] => [
  ...viewer.standings.filter(({ scopeId }) => scopeId === group.id).map(({ role }) => role as GroupRoleKind),
  ...(viewer.isAdministrator ? (['ADMINISTRATOR'] as const) : []),
]
