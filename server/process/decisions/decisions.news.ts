import type { Concerns, ObjectFace, Objects } from '#server/common/activity/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import type { Params } from '#server/platform/database/index.js'
import { groupsById } from '#server/process/groups/index.js'
import { actionsById } from './actions.loader.js'
import { callsById } from './consensus-calls.loader.js'
import type { Decision } from './decision.entity.js'
import { decisionsById } from './decisions.loader.js'
import { reservationsById } from './reservations.loader.js'

/** The words of a decision as far as a line of the record has room for them; the sentence around them has a full stop of its own. */
const shortened = (text: string): string =>
  text.length <= 80 ? text.replace(/\.$/, '') : `${text.slice(0, 79).trimEnd()}…`

async function faceOfDecision(ctx: Ctx, { groupId, number, text }: Decision): Promise<ObjectFace> {
  const group = await groupsById(ctx).load(groupId)
  return { label: shortened(text), href: group && `/groups/${group.slug}/decisions/${number}` }
}

/** How the record calls decisions and reservations, and whom news of them concerns: who follows the gap, item or body. */
export function tellOfDecisions(objects: Objects, concerns: Concerns): void {
  objects.describe('decision', async (ctx, ids) => {
    const found = await Promise.all(ids.map((id) => decisionsById(ctx).load(id)))
    const faces = found
      .filter((one) => one !== null)
      .map(async (decision) => [decision.id, await faceOfDecision(ctx, decision)] as const)
    return new Map(await Promise.all(faces))
  })
  objects.describe('reservation', async (ctx, ids) => {
    const found = await Promise.all(ids.map((id) => reservationsById(ctx).load(id)))
    const faces = found
      .filter((one) => one !== null)
      .map(async ({ id, groupId }) => {
        const group = await groupsById(ctx).load(groupId)
        return [id, { label: null, href: group && `/groups/${group.slug}/reservations#r-${id}` }] as const
      })
    return new Map(await Promise.all(faces))
  })
  objects.describe('action', async (ctx, ids) => {
    const found = await Promise.all(ids.map((id) => actionsById(ctx).load(id)))
    const faces = found
      .filter((one) => one !== null)
      .map(async ({ id, groupId, number, text }) => {
        const group = await groupsById(ctx).load(groupId)
        return [id, { label: shortened(text), href: group && `/groups/${group.slug}/actions/${number}` }] as const
      })
    return new Map(await Promise.all(faces))
  })
  objects.describe('consensus', async (ctx, ids) => {
    const found = await Promise.all(ids.map((id) => callsById(ctx).load(id)))
    const faces = found
      .filter((one) => one !== null)
      .map(async ({ id, groupId, number, question }) => {
        const group = await groupsById(ctx).load(groupId)
        return [id, { label: shortened(question), href: group && `/groups/${group.slug}/consensus/${number}` }] as const
      })
    return new Map(await Promise.all(faces))
  })
  const about = (column: string) => (id: string, p: Params) =>
    `e.object_type = 'decision' and e.object_id in (select d.id from decision d where d.${column} = ${p.add(id)}::uuid)`
  concerns.tell('GAP', about('gap_id'))
  concerns.tell('ITEM', about('item_id'))
  concerns.tell(
    'BODY',
    (id, p) =>
      `e.object_type in ('decision', 'consensus') and e.group_id in (select s.id from standards_group s where s.body_id = ${p.add(id)}::uuid)`,
  )
}
