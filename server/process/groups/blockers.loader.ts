import { dayIn } from '#server/platform/time/index.js'
import type { BlockerSource } from './blockers.service.js'
import { groupBlockers } from './group-blockers.js'
import { rolesByGroup, termsByGroup } from './groups.loader.js'
import { isCurrentOn } from './role-days.js'

/** What a group itself stands in need of. [GS-9] */
export const groupBlockerSource: BlockerSource = {
  async blockers(ctx, group) {
    const [terms, roles] = await Promise.all([termsByGroup(ctx).load(group.id), rolesByGroup(ctx).load(group.id)])
    const today = dayIn(ctx.now, group.deadlineZone)
    const held = roles.filter((role) => role.subgroupId === null && isCurrentOn(role, today, group.state))
    return groupBlockers({ ...group, hasTerms: terms !== null, held: held.map(({ role }) => role) })
  },
}
