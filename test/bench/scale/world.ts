/** A register as large as that of all bodies together: 100,000 items with names, titles, stages, planned dates, relations and sources. */
import pg from 'pg'
import { naturalSortKey, searchKeys, slugOf } from '#schema/vocabulary/designation.js'
import {
  DATE_KINDS,
  GAP_KINDS,
  IMPACTS,
  ITEM_STATES,
  ITEM_TYPES,
  LIFECYCLE_STAGES,
  RELATION_TYPES,
  relationTraits,
  TOPICS,
} from '#schema/vocabulary/register.js'
import { newId } from '#server/platform/database/index.js'
import { mulberry32 } from '../chance.js'
import { wordBy } from './words.js'

export const extent = { items: 100_000, bodies: 300, gaps: 2_000, relationsEach: 3 }
export type Extent = typeof extent

/** Rows that go to the database in one statement. */
const together = 5_000

type Row = Record<string, unknown>

/**
 * Puts made-up items beside those of the register, the same ones for the same seed. By SQL and not by verbs, which would take an hour; a test compares
 * nothing with them, the benchmark reads only. Answers how many of each there are.
 */
export async function buildLargeWorld(
  url: string,
  seed: number,
  size: Extent = extent,
): Promise<Record<string, number>> {
  const random = mulberry32(seed)
  const below = (most: number): number => Math.floor(random() * most)
  const among = <T>(all: readonly T[]): T => all[below(all.length)]!
  const some = <T>(all: readonly T[], most: number): T[] => [
    ...new Set(Array.from({ length: 1 + below(most) }, () => among(all))),
  ]
  const text = (count: number): string => Array.from({ length: count }, () => wordBy(random)).join(' ')
  const day = (): string => new Date(Date.UTC(2005, 0, 1 + below(7_500))).toISOString().slice(0, 10)
  const counts: Record<string, number> = {}
  const client = new pg.Client({ connectionString: url })
  await client.connect()

  async function insert(table: string, rows: readonly Row[]): Promise<void> {
    counts[table] = (counts[table] ?? 0) + rows.length
    for (let from = 0; from < rows.length; from += together) {
      const part = rows.slice(from, from + together)
      const columns = Object.keys(part[0]!).join(', ')
      await client.query(
        `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
        [JSON.stringify(part)],
      )
    }
  }

  try {
    const sourced = () => ({
      source: `https://example.org/catalogue/${below(1e6)}`,
      confidence: random() < 0.7 ? 'VERIFIED' : 'MEMORY',
      as_of: day(),
    })
    const bodies: (Row & { id: string })[] = Array.from({ length: size.bodies }, (_, i) => ({
      id: newId(),
      slug: `scale-body-${i}`,
      name: `Body ${i} for ${text(3)}`,
      acronym: `SB${i}`,
      kind: 'COMMITTEE',
      parent_id: null,
      ...sourced(),
    }))
    // One in six publishes; the others are committees below them.
    const roots = bodies.filter((_, i) => i % 6 === 0)
    for (const [i, body] of bodies.entries()) if (i % 6 !== 0) body.parent_id = roots[Math.floor(i / 6)]!.id
    await client.query('begin')
    await insert('body', roots)
    await insert(
      'body',
      bodies.filter((_, i) => i % 6 !== 0),
    )

    const ids: string[] = []
    // Supersession may not turn in a circle, which chance would make.
    const relationTypes = RELATION_TYPES.filter(
      (type) => !relationTraits[type].isAcyclic && !relationTraits[type].isSymmetric,
    )
    for (let from = 0; from < size.items; from += together) {
      const items = Array.from({ length: Math.min(together, size.items - from) }, (_, i) => {
        const at = from + i
        const designation = `SB ${1000 + at}-${1 + (at % 9)}:${2005 + (at % 20)}`
        const place = below(bodies.length)
        return {
          id: newId(),
          slug: slugOf(designation),
          body_id: roots[Math.floor(place / 6)]!.id,
          committee_id: bodies[place]!.id,
          designation,
          designation_sort: naturalSortKey(designation),
          title: text(6 + below(6)),
          title_confidence: 'VERIFIED',
          type: among(ITEM_TYPES),
          state: among(ITEM_STATES),
          state_basis: 'BY_STATUS',
          topics: some(TOPICS, 3),
          lifecycle_stages: some(LIFECYCLE_STAGES, 3),
          impacts: some(IMPACTS, 2),
          scope_note: text(25 + below(20)),
          ...sourced(),
        }
      })
      ids.push(...items.map(({ id }) => id))
      await insert('item', items)
      await insert(
        'item_name',
        items.map(({ id, designation }) => ({
          id: newId(),
          item_id: id,
          designation,
          keys: [...searchKeys(designation)],
          ...sourced(),
        })),
      )
      await insert(
        'item_title',
        items
          .filter((_, i) => i % 4 === 0)
          .map(({ id }) => ({
            id: newId(),
            item_id: id,
            lang: 'fr',
            title: text(8),
            ...sourced(),
          })),
      )
      await insert(
        'item_stage',
        items.flatMap(({ id, state }) =>
          ['PROPOSED', state].map((each, i) => ({
            id: newId(),
            item_id: id,
            state: each,
            state_basis: 'BY_STATUS',
            noted_at: `${2010 + 8 * i}-03-01T00:00:00Z`,
            ...sourced(),
          })),
        ),
      )
      await insert(
        'item_plan',
        items
          .filter((_, i) => i % 5 === 0)
          .map(({ id }) => ({
            id: newId(),
            item_id: id,
            kind: among(DATE_KINDS),
            planned_on: day(),
            noted_at: '2020-03-01T00:00:00Z',
            ...sourced(),
          })),
      )
      if (from === 0) continue
      // To items of before, any way back.
      await insert(
        'relation',
        items.flatMap(({ id }) => {
          const others = new Set<string>()
          while (others.size < size.relationsEach) others.add(ids[below(from)]!)
          return [...others].map((to_id) => ({
            id: newId(),
            from_id: id,
            to_id,
            type: among(relationTypes),
            ...sourced(),
          }))
        }),
      )
    }

    const gaps = Array.from({ length: size.gaps }, (_, i) => ({
      id: newId(),
      number: 1000 + i,
      title: text(6),
      description: text(60),
      kind: among(GAP_KINDS),
      standing: 'OPEN',
      progress: 'NOT_STARTED',
      readiness: 'UNKNOWN',
      topics: some(TOPICS, 3),
      lifecycle_stages: some(LIFECYCLE_STAGES, 3),
      ...sourced(),
    }))
    await insert('gap', gaps)
    await insert(
      'gap_coverage',
      gaps.flatMap(({ id }) =>
        [...new Set(Array.from({ length: 5 }, () => among(ids)))].map((item_id) => ({
          id: newId(),
          gap_id: id,
          item_id,
          degree: among(['NONE', 'PARTIAL', 'FULL', 'UNKNOWN']),
          ...sourced(),
        })),
      ),
    )
    await client.query('commit')
    await client.query('vacuum analyze')
    return counts
  } finally {
    await client.end()
  }
}
