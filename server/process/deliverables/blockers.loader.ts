import type { BlockerSource } from '#server/process/groups/index.js'
import { deliverableBlockers } from './deliverable-blockers.js'
import { deliverablesByGroup, textIdByDeliverable } from './deliverables.loader.js'

/** What the deliverables of a group stand in need of. [GS-9] */
export const deliverableBlockerSource: BlockerSource = {
  async blockers(ctx, group) {
    if (group.state === 'CONCLUDED') return []
    const deliverables = await deliverablesByGroup(ctx).load(group.id)
    const seen = await Promise.all(
      deliverables.map(async (one) => ({
        ...one,
        hasText: (await textIdByDeliverable(ctx).load(one.id)) !== null,
      })),
    )
    return deliverableBlockers(group.slug, seen)
  },
}
