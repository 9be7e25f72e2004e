import {
  isInDevelopment,
  isInForce,
  ITEM_STATES,
  LIFECYCLE_STAGES,
  TOPICS,
  type LifecycleStage,
  type Topic,
} from '#schema/vocabulary/register.js'
import type { Ctx } from '#server/platform/context/index.js'
import { Params, tableAt } from '#server/platform/database/index.js'
import { countByPlace, type ItemCounts, type PlaceCount } from '#server/roadmap/items/index.js'

export interface CoverageCell {
  readonly topic: Topic
  readonly lifecycleStage: LifecycleStage
  readonly inForce: number
  readonly inDevelopment: number
  readonly gapsOpen: number
  /** False when the register knows neither an item nor a gap here: not the same as none. */
  readonly isKnown: boolean
}

export interface CoverageMap {
  readonly topics: readonly Topic[]
  readonly lifecycleStages: readonly LifecycleStage[]
  readonly cells: readonly CoverageCell[]
  /** Latest date of evidence among the items counted; null when none is known. */
  readonly asOf: string | null
}

const states = (rule: (state: (typeof ITEM_STATES)[number]) => boolean) =>
  ITEM_STATES.filter(rule)
    .map((state) => `'${state}'`)
    .join(', ')

type CountedPlace = Omit<CoverageCell, 'lifecycleStage' | 'isKnown'> & { stage: LifecycleStage; asOf: string | null }

/** The coverage map, counted by the database in one statement or, of the present, from what is in memory; coverage-map.ts says what it counts. [MAP-1, MAP-2] */
export async function readCoverageMap(
  ctx: Ctx,
  counts: Pick<ItemCounts, 'columns'>,
  asOf: string | null,
): Promise<CoverageMap> {
  const p = new Params()
  const columns = asOf === null ? await counts.columns(ctx) : null
  const gaps = `select t as topic, l as stage, 0 as in_force, 0 as in_development,
         count(*) filter (where g.standing <> 'CLOSED') as gaps_open, null::date as as_of
       from ${tableAt('gap', 'g', asOf, p)}, unnest(g.topics) t, unnest(g.lifecycle_stages) l
       where g.replacement_id is null group by 1, 2`
  const items =
    () => `select t as topic, l as stage, count(*) filter (where i.state in (${states(isInForce)})) as in_force,
         count(*) filter (where i.state in (${states(isInDevelopment)})) as in_development, 0 as gaps_open,
         max(i.as_of) as as_of
       from ${tableAt('item', 'i', asOf, p)}, unnest(i.topics) t, unnest(i.lifecycle_stages) l group by 1, 2`
  const rows = (await ctx.db.query(
    `select topic, stage, sum(in_force)::int as "inForce", sum(in_development)::int as "inDevelopment",
       sum(gaps_open)::int as "gapsOpen", max(as_of) as "asOf"
     from (${columns ? gaps : `${items()} union all ${gaps}`}) seen
     group by topic, stage`,
    p.values,
  )) as CountedPlace[]
  return coverageMapOf(columns ? together(rows, countByPlace(columns)) : rows)
}

/** Gaps and items of the same place in one row. */
function together(gaps: readonly CountedPlace[], items: readonly PlaceCount[]): CountedPlace[] {
  const rows = new Map<string, CountedPlace>()
  for (const row of gaps) rows.set(`${row.topic} ${row.stage}`, row)
  for (const item of items) {
    const at = `${item.topic} ${item.stage}`
    rows.set(at, { ...item, gapsOpen: rows.get(at)?.gapsOpen ?? 0 })
  }
  return [...rows.values()]
}

function coverageMapOf(rows: readonly CountedPlace[]): CoverageMap {
  const known = new Map(rows.map((row) => [`${row.topic} ${row.stage}`, row]))
  const cells = TOPICS.flatMap((topic) =>
    LIFECYCLE_STAGES.map((lifecycleStage): CoverageCell => {
      const row = known.get(`${topic} ${lifecycleStage}`)
      const { inForce = 0, inDevelopment = 0, gapsOpen = 0 } = row ?? {}
      return { topic, lifecycleStage, inForce, inDevelopment, gapsOpen, isKnown: row !== undefined }
    }),
  )
  const latest = rows.reduce<string | null>(
    (max, row) => (row.asOf !== null && row.asOf > (max ?? '') ? row.asOf : max),
    null,
  )
  return { topics: TOPICS, lifecycleStages: LIFECYCLE_STAGES, cells, asOf: latest }
}
