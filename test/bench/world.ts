import pg from 'pg'
import { naturalSortKey, searchKeys, slugOf } from '#schema/vocabulary/designation.js'
import { ITEM_STATES, ITEM_TYPES, RELATION_TYPES, relationTraits, TOPICS } from '#schema/vocabulary/register.js'
import { newId } from '#server/platform/database/index.js'
import { mulberry32 } from './chance.js'

export const itemCount = 2000
/** Items on the page that is asked for. Each has three relations, all of them outgoing. */
export const pageSize = 50
const relationsEach = 3

const words =
  `energy water carbon training inference model data centre hardware measurement reporting lifecycle efficiency cooling
  accelerator allocation boundary disclosure indicator method guidance assessment procurement reuse`.split(/\s+/)

/**
 * Puts made-up items before all others of the register, the same ones for the same seed. By SQL and not by verbs: the benchmark reads only, and
 * two thousand verbs would take longer than all the rest. Every item names three others beyond the first page.
 */
export async function buildWorld(url: string, seed: number): Promise<void> {
  const random = mulberry32(seed)
  const among = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const bodies = await client.query<{ id: string }>('select id from body order by slug')
    const items = Array.from({ length: itemCount }, (_, i) => {
      const designation = `A ${i + 1}`
      return {
        id: newId(),
        slug: slugOf(designation),
        body_id: among(bodies.rows).id,
        designation,
        designation_sort: naturalSortKey(designation),
        title: Array.from({ length: 6 + Math.floor(random() * 5) }, () => among(words)).join(' '),
        title_confidence: 'MEMORY',
        type: among(ITEM_TYPES),
        state: among(ITEM_STATES),
        state_basis: 'UNKNOWN',
        topics: [among(TOPICS)],
        confidence: 'MEMORY',
      }
    })
    const names = items.map(({ id, designation }) => {
      return { id: newId(), item_id: id, designation, keys: [...searchKeys(designation)], confidence: 'MEMORY' }
    })
    // Supersession may not turn in a circle, which chance would make.
    const types = RELATION_TYPES.filter((type) => !relationTraits[type].isAcyclic)
    const relations = items.flatMap((item, i) => {
      const others = new Set<string>()
      while (others.size < relationsEach) {
        const at = pageSize + Math.floor(random() * (itemCount - pageSize))
        if (at !== i) others.add(items[at]!.id)
      }
      return [...others].map((to_id) => {
        return { id: newId(), from_id: item.id, to_id, type: among(types), confidence: 'MEMORY' }
      })
    })
    const insert = (table: string, rows: readonly object[]) => {
      const columns = Object.keys(rows[0]!).join(', ')
      return client.query(
        `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
        [JSON.stringify(rows)],
      )
    }
    await client.query('begin')
    await insert('item', items)
    await insert('item_name', names)
    await insert('relation', relations)
    await client.query('commit')
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}
