import type { DeliverableState } from '#schema/vocabulary/deliverables.js'
import type { Blocker } from '#server/process/groups/index.js'

interface DeliverableSeen {
  readonly code: string | null
  readonly title: string
  readonly state: DeliverableState
  readonly hasText: boolean
}

const written: readonly DeliverableState[] = ['IN_DRAFTING', 'WG_STABLE', 'FG_REVIEW']

/** Deliverables that are being drafted without a text to draft in. [GS-9, DE-10] */
export const deliverableBlockers = (slug: string, deliverables: readonly DeliverableSeen[]): Blocker[] =>
  deliverables
    .filter(({ state, hasText }) => written.includes(state) && !hasText)
    .map(({ code, title }) => ({
      code: 'NO_TEXT',
      args: { deliverable: code ? `${code} ${title}` : title },
      whose: ['EDITOR', 'CHAIR'],
      dueOn: null,
      settle: { verb: 'START_TEXT', href: `/groups/${slug}/documents/new`, permission: 'group.startText' },
    }))
