import type { DocumentOrder, DocumentProgress, DocumentResult } from '#schema/vocabulary/document-list.js'
import type { ContributionState } from '#schema/vocabulary/contributions.js'
import type { ContributionStanding } from '#schema/vocabulary/process.js'
import { searchWords, Params, selectRows } from '#server/platform/database/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import {
  pageInto,
  toConnection,
  type Connection,
  type Keyset,
  type Page,
  type SortTerm,
} from '#server/platform/graphql/index.js'
import { agendaByMeeting } from '#server/process/agenda/index.js'
import { visibleContributions } from '#server/process/contributions/index.js'
import { contributed, type LastHandedIn } from './contributed.reads.js'
import { replacedBy } from './replaced.loader.js'

export interface DocumentFilter {
  readonly search?: string | null
  readonly progress?: readonly DocumentProgress[] | null
  readonly result?: readonly DocumentResult[] | null
  readonly agendaItem?: readonly string[] | null
  readonly isAllocated?: boolean | null
  readonly state?: readonly ContributionState[] | null
  readonly standing?: readonly ContributionStanding[] | null
  readonly source?: readonly string[] | null
  readonly purpose?: readonly string[] | null
}

export interface DocumentSort {
  readonly by: DocumentOrder
  readonly direction: 'ASC' | 'DESC'
}

/** A line of the list. */
export interface DocumentLine {
  readonly id: string
  readonly meetingId: string
  readonly number: string
  readonly sequence: number
  readonly title: string
  readonly sources: string[]
  readonly purposes: string[]
  readonly state: ContributionState
  readonly standing: ContributionStanding | null
  readonly availableSince: Date | null
  readonly handedIn: LastHandedIn | null
  readonly agendaItemId: string | null
  readonly alsoUnder: string[]
  readonly position: number | null
  readonly presentedBy: string | null
  readonly presenterId: string | null
  readonly treatedAt: Date | null
  readonly progress: DocumentProgress | null
  readonly result: DocumentResult | null
  readonly note: string | null
  readonly settledAt: Date | null
  readonly revisedToId: string | null
  readonly mergedIntoId: string | null
  readonly revision: number
  readonly listedId: string
  /** The documents in whose place it stands, where they were read along with the line. */
  readonly replaces?: readonly { readonly id: string; readonly number: string }[]
}

/** What a keyset sorts by; not shown. */
interface SortedLine extends DocumentLine {
  readonly ordinal: number
  readonly place: number
  readonly plainTitle: string
  readonly standingOrder: number
  readonly availableText: string
}

const NOWHERE = 1_000_000_000
const NEVER = `'9999-12-31 00:00:00+00'`

/** Lines of one meeting as parts of a statement: `d` the line, `c` its contribution, `o` the row where it is treated. [GR-3, DL-2] */
interface Lines {
  readonly from: string
  readonly where: string
  readonly p: Params
}

/**
 * Rows that the viewer may not see are no rows to them: a document under such a row stands under none, or under another that they see. The agenda is read first,
 * since its order is the order of the list.
 */
async function lines(ctx: Ctx, meetingId: string, withPlaces = true): Promise<Lines> {
  const p = new Params()
  const seen = visibleContributions(ctx.viewer, p)
  const from = `listed_document d join (${seen.from}) on c.id = d.contribution_id`
  const where = `${seen.where} and d.is_listed and d.meeting_id = ${p.add(meetingId)}`
  if (!withPlaces) return { p, from, where }
  const rows = await agendaByMeeting(ctx).load(meetingId)
  const ids = `${p.add(rows.map(({ id }) => id))}::uuid[]`
  return {
    p,
    where,
    // Looked up line by line: where few lines are asked for, the places of the others are not touched.
    from: `${from}
      left join lateral (
        select (array_agg(s.agenda_item_id))[1] as agenda_item_id, (array_agg(s.agenda_item_id))[2:] as also,
          (array_agg(s.ordinal))[1] as ordinal, (array_agg(s.position))[1] as position, (array_agg(s.presenter_id))[1] as presenter_id,
          (array_agg(s.presented_by))[1] as presented_by, (array_agg(s.treated_at))[1] as treated_at
        from (
          select a.*, array_position(${ids}, a.agenda_item_id) as ordinal from allocation a
          where a.meeting_id = d.meeting_id and a.contribution_id = d.contribution_id and a.agenda_item_id = any(${ids})
          order by a.is_primary desc, ordinal) s
      ) o on true`,
  }
}

const columns = `c.id, d.meeting_id as "meetingId", d.id as "listedId", c.number, c.sequence, c.title, ${contributed.sources} as sources,
  ${contributed.purposes} as purposes, c.state, c.standing, ${contributed.availableSince} as "availableSince", ${contributed.handedIn} as "handedIn",
  o.agenda_item_id as "agendaItemId", coalesce(o.also, '{}') as "alsoUnder", o.position, o.presented_by as "presentedBy",
  o.presenter_id as "presenterId", o.treated_at as "treatedAt", d.progress, d.result, d.note, d.settled_at as "settledAt",
  d.revised_to_id as "revisedToId", d.merged_into_id as "mergedIntoId", d.revision`

/** Open ones before decided ones, each in the order of their lists. What its source withdrew counts as withdrawn. */
const standingOrder = `case when c.state = 'WITHDRAWN' and d.result is null then 108
  when d.result is null then array_position(array['BLOCK_APPROVAL', 'DISCUSSED', 'REPLY_AWAITED', 'OPEN'], d.progress)
  else 100 + array_position(array['AGREED', 'CONDITIONALLY_AGREED', 'APPROVED', 'ENDORSED', 'NOTED', 'REVISED', 'MERGED', 'WITHDRAWN',
    'POSTPONED', 'NOT_HANDLED', 'REPLIED_TO'], d.result) end`

const sortColumns = `coalesce(o.ordinal, ${NOWHERE})::int as ordinal, coalesce(o.position, ${NOWHERE})::int as place, plain(c.title) as "plainTitle",
  (${standingOrder})::int as "standingOrder", coalesce((${contributed.availableSince})::text, ${NEVER}) as "availableText"`

const orders: Readonly<Record<DocumentOrder, readonly Omit<SortTerm, 'direction'>[]>> = {
  AGENDA: [
    { expr: `coalesce(o.ordinal, ${NOWHERE})::int`, type: 'number' },
    { expr: `coalesce(o.position, ${NOWHERE})::int`, type: 'number' },
  ],
  NUMBER: [],
  TITLE: [{ expr: 'plain(c.title)', type: 'text' }],
  RESULT: [{ expr: `(${standingOrder})::int`, type: 'number' }],
  AVAILABLE: [{ expr: `coalesce(${contributed.availableSince}, ${NEVER}::timestamptz)`, type: 'instant' }],
}

function keysetOf({ by, direction }: DocumentSort): Keyset {
  const last: Omit<SortTerm, 'direction'>[] = [
    { expr: 'c.sequence', type: 'number' },
    { expr: 'c.id', type: 'uuid' },
  ]
  return {
    name: `documents.${by}.${direction}`,
    terms: [...orders[by], ...last].map((term) => ({ ...term, direction })),
  }
}

const valuesOf = (by: DocumentOrder, line: SortedLine) => {
  const last = [line.sequence, line.id]
  if (by === 'AGENDA') return [line.ordinal, line.place, ...last]
  if (by === 'TITLE') return [line.plainTitle, ...last]
  if (by === 'RESULT') return [line.standingOrder, ...last]
  return by === 'AVAILABLE' ? [line.availableText, ...last] : last
}

/** Conditions by what they narrow, so that the counts of one filter can leave that one out. */
function conditions(filter: DocumentFilter, p: Params): Map<string, string> {
  const found = new Map<string, string>()
  const among = (name: string, expr: string, values: readonly string[] | null | undefined) => {
    if (values && values.length > 0) found.set(name, `${expr} = any(${p.add(values)}::text[])`)
  }
  const status: string[] = []
  if (filter.progress?.length)
    status.push(`(d.progress = any(${p.add(filter.progress)}::text[]) and c.state <> 'WITHDRAWN')`)
  if (filter.result?.length) {
    status.push(`d.result = any(${p.add(filter.result)}::text[])`)
    if (filter.result.includes('WITHDRAWN')) status.push(`(c.state = 'WITHDRAWN' and d.result is null)`)
  }
  if (status.length > 0) found.set('status', `(${status.join(' or ')})`)
  among('state', 'c.state', filter.state)
  among('standing', 'c.standing', filter.standing)
  const rows: string[] = []
  if (filter.agendaItem?.length) rows.push(`(o.agenda_item_id || o.also) && ${p.add(filter.agendaItem)}::uuid[]`)
  if (typeof filter.isAllocated === 'boolean') rows.push(`o.agenda_item_id is ${filter.isAllocated ? 'not ' : ''}null`)
  if (rows.length > 0) found.set('agendaItem', `(${rows.join(' or ')})`)
  if (filter.source?.length) found.set('source', `${contributed.sources} && ${p.add(filter.source)}::text[]`)
  if (filter.purpose?.length) found.set('purpose', `${contributed.purposes} && ${p.add(filter.purpose)}::text[]`)
  const words = searchWords(filter.search ?? '')
  if (filter.search?.trim() && words.length === 0) found.set('search', 'false')
  if (words.length > 0) {
    const text = `plain(c.title || ' ' || c.number || ' ' || array_to_string(${contributed.sources}, ' '))`
    found.set('search', words.map((word) => `${text} like '%' || plain(${p.add(word)}::text) || '%'`).join(' and '))
  }
  return found
}

const all = (found: Map<string, string>, without?: string): string =>
  [...found]
    .filter(([name]) => name !== without)
    .map(([, sql]) => ` and ${sql}`)
    .join('')

/** The moment of a list: what was committed before it is in the list that is read after it. */
export async function momentOf(ctx: Pick<Ctx, 'db'>): Promise<Moment> {
  const [row] = (await ctx.db.query(
    'select settled_before()::text as since, pg_current_snapshot()::text as snapshot',
  )) as [Moment]
  return row
}

export interface Moment {
  readonly since: string
  /** Which transactions a statement of that moment sees: where it is the same, all that is read is the same. */
  readonly snapshot: string
}

export type DocumentPage = Connection<DocumentLine> & { readonly since: string; count(): Promise<number> }

/** A page of the documents of a meeting that the viewer sees. Refuses: BAD_CURSOR. */
export async function documentPage(
  ctx: Ctx,
  meetingId: string,
  filter: DocumentFilter,
  sort: DocumentSort,
  page: Page,
): Promise<DocumentPage> {
  const { since } = await momentOf(ctx)
  const { from, where, p } = await lines(ctx, meetingId)
  const filtered = where + all(conditions(filter, p))
  const keyset = keysetOf(sort)
  const sql = pageInto(keyset, page, p)
  const rows = await selectRows<SortedLine>(
    ctx.db,
    `select ${columns}, ${sortColumns} from ${from} where ${filtered} and ${sql.where} order by ${sql.orderBy} limit ${sql.limit}`,
    p,
  )
  return {
    ...toConnection(rows, page, keyset, (line) => valuesOf(sort.by, line)),
    since,
    // A page that is not full says how many there are.
    count: async () =>
      page.cursor === null && rows.length <= page.size ? rows.length : countOf(ctx, meetingId, filter),
  }
}

/** How many lines fit. Where they stand is looked up only when the filter asks for it. */
async function countOf(ctx: Ctx, meetingId: string, filter: DocumentFilter): Promise<number> {
  const asksForPlaces = Boolean(filter.agendaItem?.length) || typeof filter.isAllocated === 'boolean'
  const { from, where, p } = await lines(ctx, meetingId, asksForPlaces)
  const filtered = where + all(conditions(filter, p))
  const [row] = (await ctx.db.query(`select count(*)::int as n from ${from} where ${filtered}`, p.values)) as [
    { n: number },
  ]
  return row.n
}

/** What of a list changed since a moment. */
export interface DocumentChanges {
  readonly since: string
  readonly changed: readonly DocumentLine[]
  readonly gone: readonly string[]
  readonly totalCount: number
}

/** What changed since a moment, for whoever has the list as it was then. A few statements, however long the list is. [DL-9] */
export async function documentChanges(
  ctx: Ctx,
  meetingId: string,
  filter: DocumentFilter,
  since: string,
  now: string,
): Promise<DocumentChanges> {
  const { from, where, p } = await lines(ctx, meetingId)
  const found = all(conditions(filter, p))
  const fits = found === '' ? 'true' : `coalesce(${found.replace(' and ', '')}, false)`
  // Lines that left the list are told too.
  const visible = where.replace('d.is_listed', 'true')
  const [rows, totalCount] = await Promise.all([
    selectRows<DocumentLine & { fits: boolean }>(
      ctx.db,
      `select ${columns}, d.is_listed and ${fits} as fits from ${from}
       where ${visible} and d.changed_in >= ${p.add(since)}::text::xid8`,
      p,
    ),
    countOf(ctx, meetingId, filter),
  ])
  const replaces = replacedBy(ctx)
  return {
    since: now,
    changed: await Promise.all(
      rows.filter((row) => row.fits).map(async (row) => ({ ...row, replaces: await replaces.load(row.id) })),
    ),
    gone: rows.filter((row) => !row.fits).map(({ id }) => id),
    totalCount,
  }
}

/** Lines by contribution, as far as the viewer may see them. */
export async function documentsOf(ctx: Ctx, meetingId: string, ids: readonly string[]): Promise<DocumentLine[]> {
  const { from, where, p } = await lines(ctx, meetingId)
  const rows = await selectRows<DocumentLine>(
    ctx.db,
    `select ${columns} from ${from} where ${where} and c.id = any(${p.add(ids)}::uuid[])`,
    p,
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => byId.get(id)).filter((row) => row !== undefined)
}

/** What rules look at, of all documents of a meeting. */
export interface SortableDocument {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly keywords: string[]
  readonly concernsDocumentId: string | null
  readonly concernsClauseId: string | null
  readonly sources: string[]
  readonly subgroupNumber: string | null
  readonly subgroupTitle: string | null
  readonly isAllocated: boolean
}

/** All documents of a meeting that the viewer sees and that are still there, by number. */
export async function sortableDocuments(ctx: Ctx, meetingId: string): Promise<SortableDocument[]> {
  const { from, where, p } = await lines(ctx, meetingId)
  return selectRows<SortableDocument>(
    ctx.db,
    `select c.id, c.number, c.title, ${contributed.keywords} as keywords,
       c.concerns_document_id as "concernsDocumentId", c.concerns_clause_id as "concernsClauseId",
       ${contributed.sources} as sources, ${contributed.subgroupNumber} as "subgroupNumber",
       ${contributed.subgroupTitle} as "subgroupTitle", o.agenda_item_id is not null as "isAllocated"
     from ${from} where ${where} and c.state not in ('WITHDRAWN', 'LAPSED') order by c.sequence, c.id`,
    p,
  )
}

export interface Count {
  readonly value: string
  readonly label: string | null
  readonly count: number
}
export type DocumentFacets = Readonly<
  Record<'progress' | 'result' | 'agendaItem' | 'state' | 'standing' | 'source' | 'purpose', Count[]>
>

/** How many documents each choice would show, the other filters kept. One statement. */
export async function documentFacets(ctx: Ctx, meetingId: string, filter: DocumentFilter): Promise<DocumentFacets> {
  const { from, where, p } = await lines(ctx, meetingId)
  const found = conditions(filter, p)
  const names = ['status', 'state', 'standing', 'agendaItem', 'source', 'purpose', 'search']
  const tests = names.map((name) => `coalesce(${found.get(name) ?? 'true'}, false) as "${name}Fits"`).join(', ')
  const others = (name: string) =>
    names
      .filter((one) => one !== name)
      .map((one) => `"${one}Fits"`)
      .join(' and ')
  const facet = (name: string, values: string, of: string) =>
    `select '${name}' as facet, v::text as value, count(*)::int as count from seen, ${values} v where v is not null and ${others(of)} group by v`
  const rows = (await ctx.db.query(
    `with seen as materialized (
       select case when c.state <> 'WITHDRAWN' then d.progress end as progress,
         coalesce(d.result, case when c.state = 'WITHDRAWN' then 'WITHDRAWN' end) as result, c.state, c.standing,
         case when o.agenda_item_id is null then '{""}' else (o.agenda_item_id || o.also)::text[] end as rows, ${contributed.sources} as sources,
         ${contributed.purposes} as purposes, ${tests}
       from ${from} where ${where})
     ${[
       facet('progress', 'lateral unnest(array[progress])', 'status'),
       facet('result', 'lateral unnest(array[result])', 'status'),
       facet('state', 'lateral unnest(array[state])', 'state'),
       facet('standing', 'lateral unnest(array[standing])', 'standing'),
       facet('agendaItem', 'lateral unnest(rows)', 'agendaItem'),
       facet('source', 'lateral unnest(sources)', 'source'),
       facet('purpose', 'lateral unnest(purposes)', 'purpose'),
     ].join(' union all ')} order by count desc, value`,
    p.values,
  )) as { facet: keyof DocumentFacets; value: string; count: number }[]
  const of = (name: keyof DocumentFacets): Count[] =>
    rows.filter((row) => row.facet === name).map(({ value, count }) => ({ value, label: null, count }))
  return {
    progress: of('progress'),
    result: of('result'),
    agendaItem: of('agendaItem'),
    state: of('state'),
    standing: of('standing'),
    source: of('source'),
    purpose: of('purpose'),
  }
}
