import { readItemList } from '#schema/vocabulary/address.js'
import { TOPICS } from '#schema/vocabulary/register.js'
import type { Concerns } from '#server/common/activity/index.js'
import type { Params } from '#server/platform/database/index.js'
import { bodiesUnder } from '#server/roadmap/bodies/index.js'
import { itemNamed } from './items.lookup.js'
import { narrowing } from './items.query.js'

const ofItems = (ids: string) => `e.object_type = 'item' and e.object_id in (${ids})`

/** Which events concern an item, the items of a body, those on a topic, and those of a list with its filters. */
export function tellOfItems(concerns: Concerns): void {
  concerns.findWith('ITEM', async (ctx, name) => (await itemNamed(ctx, name, null))?.id ?? null)
  concerns.tell('ITEM', (id, p) => `e.object_type = 'item' and e.object_id = ${p.add(id)}::uuid`)
  concerns.tell('BODY', (id, p) =>
    ofItems(
      `with recursive ${bodiesUnder('followed', `select ${p.add(id)}::uuid`, null, p)}
       select i.id from item i where i.body_id in (select id from followed) or i.committee_id in (select id from followed)`,
    ),
  )
  concerns.findWith('TOPIC', async (_ctx, name) => TOPICS.find((topic) => topic === name.toUpperCase()) ?? null)
  concerns.tell('TOPIC', (topic, p) => ofItems(`select i.id from item i where i.topics && ${p.add([topic])}::text[]`))
  concerns.tellList('/roadmap', (asked, p) => ofItems(itemsOf(asked, p)))
}

/** The ids of the items that an address leaves, as they are now. */
function itemsOf(asked: URLSearchParams, p: Params): string {
  const narrowed = narrowing(readItemList(asked).filter, null, p)
  const conditions = ['true', ...narrowed.always, ...Object.values(narrowed.byFacet)]
  const parts = narrowed.with.length > 0 ? `with recursive ${narrowed.with.join(', ')} ` : ''
  return `${parts}select i.id from item i ${narrowed.joins.join(' ')} where ${conditions.join(' and ')}`
}
