import { namedContributions } from '#schema/vocabulary/contribution-number.js'
import type { ContributionPhase } from '#schema/vocabulary/contributions.js'
import type { Ctx } from '#server/platform/context/index.js'
import { Params, queryRows, selectRows } from '#server/platform/database/index.js'
import { pageInto, toConnection, type Connection, type Keyset, type Page } from '#server/platform/graphql/index.js'
import type { Contribution } from './contribution.entity.js'
import { contributionColumns, phaseSql, visibleContributions } from './contributions.reads.js'

/** As in the SDL. */
export interface ContributionFilter {
  readonly group?: string | null
  readonly meeting?: number | null
  readonly phase?: readonly ContributionPhase[] | null
  readonly purpose?: readonly string[] | null
  readonly source?: readonly string[] | null
  readonly search?: string | null
}
export type ContributionSort = 'LATEST' | 'NUMBER'

export interface ContributionList extends Connection<Contribution> {
  readonly filter: ContributionFilter
}

const latestFirst: Keyset = { name: 'contributions', terms: [{ expr: 'c.id', direction: 'DESC', type: 'uuid' }] }
const byNumber: Keyset = {
  name: 'contributions.number',
  terms: [
    { expr: 'c.number collate natural_name', direction: 'ASC', type: 'text' },
    { expr: 'c.id', direction: 'ASC', type: 'uuid' },
  ],
}

const clean = (text: string) => text.replaceAll('\0', '')
const anySource = (p: Params, names: readonly string[]) =>
  `exists (select from contribution_source s where s.contribution_id = c.id and s.label = any(${p.add(names.map(clean))}::text[]))`

/** By what a list is narrowed; each on its own, so that facets can leave one out. */
type Dimension = 'phase' | 'meeting' | 'source' | 'purpose'

/** What a filter leaves of what the viewer may see. */
function leftBy(ctx: Ctx, filter: ContributionFilter, p: Params, without?: Dimension): { from: string; where: string } {
  const { from, where } = visibleContributions(ctx.viewer, p)
  const conditions = [where]
  if (filter.group != null) conditions.push(`g.slug = ${p.add(clean(filter.group))}`)
  if (filter.meeting != null && without !== 'meeting') conditions.push(`cm.number = ${p.add(filter.meeting)}::int`)
  if (filter.phase?.length && without !== 'phase') {
    conditions.push(`${phaseSql(ctx, p)} = any(${p.add(filter.phase)}::text[])`)
  }
  if (filter.purpose?.length && without !== 'purpose')
    conditions.push(`c.purposes && ${p.add(filter.purpose.map(clean))}::text[]`)
  if (filter.source?.length && without !== 'source') conditions.push(anySource(p, filter.source))
  for (const word of (filter.search ?? '').trim().split(/\s+/).filter(Boolean).slice(0, 10)) {
    const part = `'%' || plain(${p.add(clean(word).replace(/[\\%_]/g, '\\$&'))}) || '%'`
    conditions.push(`(plain(concat_ws(' ', c.number, c.title, c.abstract, array_to_string(c.keywords, ' '))) like ${part}
      or exists (select from contribution_source s where s.contribution_id = c.id and plain(s.label) like ${part}))`)
  }
  return { from, where: conditions.join(' and ') }
}

/** A page of contributions, in one statement of SQL. Refuses: BAD_CURSOR. */
export async function listContributions(
  ctx: Ctx,
  filter: ContributionFilter,
  sort: ContributionSort,
  page: Page,
): Promise<ContributionList> {
  const p = new Params()
  const keyset = sort === 'NUMBER' ? byNumber : latestFirst
  const left = leftBy(ctx, filter, p)
  const columns = contributionColumns(ctx, p)
  const { where, orderBy, limit } = pageInto(keyset, page, p)
  const rows = await queryRows<Contribution>(
    ctx.db,
    `select ${columns} from ${left.from} where ${left.where} and ${where} order by ${orderBy} limit ${limit}`,
    p.values,
  )
  const keyOf = ({ id, number }: Contribution) => (sort === 'NUMBER' ? [number, id] : [id])
  return { ...toConnection(rows, page, keyset, keyOf), filter }
}

/** How many contributions a filter leaves. */
export async function countContributions(ctx: Ctx, filter: ContributionFilter): Promise<number> {
  const p = new Params()
  const { from, where } = leftBy(ctx, filter, p)
  const [row] = await queryRows<{ count: number }>(
    ctx.db,
    `select count(*)::int as count from ${from} where ${where}`,
    p.values,
  )
  return row!.count
}

export interface Facet {
  readonly value: string
  readonly count: number
}

const MOST_VALUES = 50

/** What each choice of one dimension would leave beside the other choices. */
export async function facetOf(ctx: Ctx, filter: ContributionFilter, dimension: Dimension): Promise<Facet[]> {
  const p = new Params()
  const { from, where } = leftBy(ctx, filter, p, dimension)
  const [value, more] = {
    phase: () => [phaseSql(ctx, p), ''],
    meeting: () => ['cm.number', ''],
    purpose: () => ['x.value', 'cross join unnest(c.purposes) x(value)'],
    source: () => ['x.label', 'join contribution_source x on x.contribution_id = c.id'],
  }[dimension]() as [string, string]
  const order = dimension === 'meeting' ? '1' : 'count desc, value'
  return queryRows<Facet>(
    ctx.db,
    `select * from (select (${value})::text as value, count(distinct c.id)::int as count
       from ${from} ${more} where ${where} group by 1) f
     where value is not null order by ${order === '1' ? 'value::int' : order} limit ${MOST_VALUES}`,
    p.values,
  )
}

/** One contribution by the slug of its group and its number, with or without the suffix of a revision; null when the viewer may see none. [CO-8] */
export async function contributionNamed(ctx: Ctx, group: string, name: string): Promise<Contribution | null> {
  const named = namedContributions(clean(name)).map(({ number }) => number.toLowerCase())
  const p = new Params()
  const { from, where } = visibleContributions(ctx.viewer, p)
  const rows = await selectRows<Contribution>(
    ctx.db,
    `select ${contributionColumns(ctx, p)} from ${from}
     where ${where} and g.slug = ${p.add(clean(group))} and lower(c.number) = any(${p.add(named)}::text[])`,
    p,
    null,
  )
  return named.flatMap((number) => rows.find((row) => row.number.toLowerCase() === number) ?? [])[0] ?? null
}
