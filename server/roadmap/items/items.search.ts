import { normalise } from '#schema/vocabulary/designation.js'
import { LIFECYCLE_STAGES, TOPICS } from '#schema/vocabulary/register.js'
import type { SearchArea } from '#server/common/search/index.js'
import { queryRows } from '#server/platform/database/index.js'
import { countItems, listItems } from './items.list.js'
import type { ItemFilter } from './items.query.js'
import { nearNames } from './near-names.js'

/** So many names are offered where nothing is found. */
const MOST_NEAR = 3

/** Items by any name and by the words of title, scope note, topic and stage. [SE-1] */
export const itemSearch: SearchArea = {
  kind: 'ITEM',
  terms: [...TOPICS, ...LIFECYCLE_STAGES].map((term) => term.toLowerCase().replaceAll('_', ' ')),
  async find(ctx, { words, least, asOf }, first) {
    const filter: ItemFilter = { search: words.join(' '), leastWords: least }
    const page = { size: first, cursor: null, backwards: false }
    const { nodes, asked, pageInfo } = await listItems(ctx, filter, { by: 'RELEVANCE', direction: 'DESC' }, page, asOf)
    return {
      count: pageInfo.hasNextPage ? await countItems(ctx, asked) : nodes.length,
      hits: nodes.map(({ id, slug, designation, title }) => ({
        id,
        label: designation,
        href: `/items/${encodeURIComponent(slug)}`,
        note: title,
      })),
    }
  },
  async near(ctx, text) {
    const keys = nearNames(normalise(text))
    if (keys.length === 0) return []
    const rows = await queryRows<{ designation: string }>(
      ctx.db,
      `select i.designation from item i
       join (select n.item_id, min(array_position($1::text[], k.key)) as place
             from item_name n cross join unnest(n.keys) k (key) where n.keys && $1::text[] and k.key = any($1) group by n.item_id) near
         on near.item_id = i.id
       order by near.place, i.designation_sort limit ${MOST_NEAR}`,
      [keys],
    )
    return rows.map(({ designation }) => designation)
  },
}
