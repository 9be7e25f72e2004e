import { dayIn } from '#server/platform/time/index.js'
import type { BlockerSource } from '#server/process/groups/index.js'
import { meetingsById } from '#server/process/meetings/index.js'
import { actionBlockers, type OwnAction } from './action-blockers.js'
import { openActionsOf } from './actions.loader.js'

/** What the reader was handed out and is to be done soon. [GS-9] */
export const actionBlockerSource: BlockerSource = {
  async blockers(ctx, group) {
    const { personId } = ctx.viewer
    if (personId === null || group.state === 'CONCLUDED') return []
    const open = (await openActionsOf(ctx).load(personId)).filter(({ groupId }) => groupId === group.id)
    const own: OwnAction[] = []
    for (const { number, text, dueOn, dueMeetingId } of open) {
      const by = dueOn ?? (dueMeetingId && (await meetingsById(ctx).load(dueMeetingId))?.startsOn)
      if (by) own.push({ number, text, dueOn: by })
    }
    return actionBlockers(group.slug, own, dayIn(ctx.now, group.deadlineZone))
  },
}
