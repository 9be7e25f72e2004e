import type { EditionChangeKind, Topic } from '#schema/vocabulary/register.js'
import type { Ctx } from '#server/platform/context/index.js'
import { Params } from '#server/platform/database/index.js'
import { pageInto, toConnection, type Connection, type Keyset, type Page } from '#server/platform/graphql/index.js'
import type { Comparison, Side } from './comparisons.service.js'
import type { ChangeArgs } from './edition-diff.js'

export interface ChangeFilter {
  readonly kind?: readonly EditionChangeKind[] | null
  readonly topic?: readonly Topic[] | null
  /** Slugs. */
  readonly body?: readonly string[] | null
}

export interface ChangeRow {
  readonly key: string
  readonly kind: EditionChangeKind
  readonly rank: number
  readonly sort: string
  readonly subject: string
  readonly subjectId: string
  readonly label: string
  readonly href: string
  readonly topics: readonly string[]
  readonly bodies: readonly string[]
  readonly args: ChangeArgs
  /** In which it was found. */
  readonly comparison: Comparison
}

export interface ChangeList extends Connection<ChangeRow> {
  readonly from: Side
  readonly to: Side
  readonly comparison: Comparison
  readonly filter: ChangeFilter
}

export interface ChangeFacet {
  readonly value: string
  readonly label: string | null
  readonly count: number
}

/** Kinds in the order of their list, then by what the change is about. */
const inOrder: Keyset = {
  name: 'edition-changes',
  terms: [
    { expr: 'c.rank', direction: 'ASC', type: 'number' },
    { expr: 'c.sort', direction: 'ASC', type: 'text' },
    { expr: 'c.key', direction: 'ASC', type: 'text' },
  ],
}

const columns = `c.key, c.kind, c.rank, c.sort, c.subject, c.subject_id as "subjectId", c.label, c.href, c.topics, c.bodies, c.args`

function narrowing(filter: ChangeFilter, p: Params, except?: keyof ChangeFilter): string[] {
  const { kind, topic, body } = filter
  return [
    ...(kind?.length && except !== 'kind' ? [`c.kind = any(${p.add(kind)}::text[])`] : []),
    ...(topic?.length && except !== 'topic' ? [`c.topics && ${p.add(topic)}::text[]`] : []),
    ...(body?.length && except !== 'body' ? [`c.bodies && ${p.add(body)}::text[]`] : []),
  ]
}

/** A page of what changed. Refuses: BAD_CURSOR. */
export async function listChanges(
  ctx: Ctx,
  comparison: Comparison,
  filter: ChangeFilter,
  page: Page,
): Promise<ChangeList> {
  const p = new Params()
  const conditions = [`c.comparison_id = ${p.add(comparison.id)}`, ...narrowing(filter, p)]
  const { where, orderBy, limit } = pageInto(inOrder, page, p)
  const rows = (await ctx.db.query(
    `select ${columns} from edition_change c where ${[...conditions, where].join(' and ')} order by ${orderBy} limit ${limit}`,
    p.values,
  )) as ChangeRow[]
  for (const row of rows) Object.assign(row, { comparison })
  return {
    ...toConnection(rows, page, inOrder, (row) => [row.rank, row.sort, row.key]),
    from: comparison.from,
    to: comparison.to,
    comparison,
    filter,
  }
}

export async function countChanges(ctx: Ctx, { comparison, filter }: ChangeList): Promise<number> {
  const p = new Params()
  const conditions = [`c.comparison_id = ${p.add(comparison.id)}`, ...narrowing(filter, p)]
  const [row] = (await ctx.db.query(
    `select count(*)::int as count from edition_change c where ${conditions.join(' and ')}`,
    p.values,
  )) as [{ count: number }]
  return row.count
}

/** How many changes each value of a facet would leave, the other facets kept. */
export async function countChangeFacets(
  ctx: Ctx,
  { comparison, filter }: ChangeList,
): Promise<Record<'kind' | 'topic' | 'body', ChangeFacet[]>> {
  const p = new Params()
  const id = p.add(comparison.id)
  const of = (facet: keyof ChangeFilter, value: string, from: string) =>
    `select '${facet}' as facet, ${value} as value, count(*)::int as count, min(c.rank) as rank from edition_change c${from}
     where ${[`c.comparison_id = ${id}`, ...narrowing(filter, p, facet)].join(' and ')} group by 2`
  const rows = (await ctx.db.query(
    `select f.facet, f.value, f.count, coalesce(b.acronym, b.name) as label from (
       ${of('kind', 'c.kind', '')}
       union all ${of('topic', 'u.value', ', unnest(c.topics) as u(value)')}
       union all ${of('body', 'u.value', ', unnest(c.bodies) as u(value)')}
     ) f left join body b on f.facet = 'body' and b.slug = f.value
     order by f.facet, case when f.facet = 'kind' then f.rank end, f.count desc, f.value`,
    p.values,
  )) as (ChangeFacet & { facet: 'kind' | 'topic' | 'body' })[]
  const facet = (name: string) =>
    rows.filter((row) => row.facet === name).map(({ value, label, count }) => ({ value, label, count }))
  return { kind: facet('kind'), topic: facet('topic'), body: facet('body') }
}

/** One change by its key; null when the comparison has none of that name. */
export async function changeOf(ctx: Ctx, comparison: Comparison, key: string): Promise<ChangeRow | null> {
  const [row] = (await ctx.db.query(
    `select ${columns} from edition_change c where c.comparison_id = $1 and c.key = $2`,
    [comparison.id, key.replaceAll('\0', '')],
  )) as ChangeRow[]
  return row ? { ...row, comparison } : null
}
