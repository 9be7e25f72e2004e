import {
  CHECK_REASONS,
  FACT_KINDS,
  type CheckReason,
  type Confidence,
  type FactKind,
} from '#schema/vocabulary/register.js'
import type { Ctx } from '#server/platform/context/index.js'
import { Params, queryRows } from '#server/platform/database/index.js'
import { pageInto, toConnection, type Connection, type Keyset, type Page } from '#server/platform/graphql/index.js'
import { bodiesUnder } from '#server/roadmap/bodies/index.js'

/** As in the SDL. */
export interface FactFilter {
  readonly kind?: readonly FactKind[] | null
  /** Slugs of bodies; what is under them counts too. */
  readonly body?: readonly string[] | null
  readonly why?: readonly CheckReason[] | null
  /** True asks for facts about which somebody has said something that waits. */
  readonly isReported?: boolean | null
}

/** A fact with what it is about, as a queue shows it. */
export interface FactRow {
  readonly kind: FactKind
  readonly id: string
  readonly revision: number
  readonly source: string | null
  readonly confidence: Confidence
  readonly evidenceOn: string | null
  readonly checkedById: string | null
  readonly checkAgainOn: string | null
  /** What it is about: a designation, a number, a name. */
  readonly label: string
  /** The end of the address at which it is told. */
  readonly slug: string
  /** What is said of it, in words of the data; null where the thing itself is the fact. */
  readonly said: string | null
  /** A code that belongs to what is said: type of relation, kind of date, degree, role. */
  readonly code: string | null
  readonly due: string
  readonly rank: number
}

export interface FactList extends Connection<FactRow> {
  readonly asked: FactFilter
}

interface Branch {
  readonly table: string
  /** Joins behind `table f`, and which rows of it state something today. */
  readonly from: string
  readonly label: string
  readonly slug: string
  readonly said: string
  readonly code?: string
  /** Ids of the bodies it concerns. */
  readonly bodies: readonly string[]
  /** When it looks unconfirmed, where that is not by its own confidence alone. */
  readonly unconfirmed?: string
}

/** What was recorded together with its item is checked together with it, and waits only once. [SO-6] */
export const isOfItsItem = (f: string, i: string) =>
  `(${f}.source, ${f}.confidence, ${f}.as_of, ${f}.check_again_on) is not distinct from (${i}.source, ${i}.confidence, ${i}.as_of, ${i}.check_again_on)`
const own = `not ${isOfItsItem('f', 'i')}`
const itsItem = 'join item i on i.id = f.item_id'
const anItem = { label: 'i.designation', slug: 'i.slug', bodies: ['i.body_id', 'i.committee_id'] }
const gapNumber = `'G-' || lpad(g.number::text, 2, '0')`
const principleNumber = (p: string) => `'P-' || lpad(${p}.number::text, 2, '0')`

export const latestStage = `not exists (select from item_stage n where n.item_id = f.item_id and (n.noted_at, n.id) > (f.noted_at, f.id))`

const branches: Readonly<Record<FactKind, Branch>> = {
  ITEM: {
    table: 'item',
    from: 'where true',
    label: 'f.designation',
    slug: 'f.slug',
    said: 'f.title',
    bodies: ['f.body_id', 'f.committee_id'],
  },
  NAME: {
    ...anItem,
    table: 'item_name',
    from: `${itsItem} where f.to_on is null and (${own} or (i.confidence = 'VERIFIED' and i.title_confidence = 'MEMORY' and i.title is not null))`,
    said: `coalesce(f.title, f.designation)`,
    unconfirmed: `(f.confidence = 'MEMORY' or (i.confidence = 'VERIFIED' and i.title_confidence = 'MEMORY' and i.title is not null))`,
  },
  TITLE: { ...anItem, table: 'item_title', from: `${itsItem} where f.to_on is null`, said: 'f.title', code: 'f.lang' },
  STAGE: {
    ...anItem,
    table: 'item_stage',
    from: `${itsItem} where ${own} and ${latestStage}`,
    said: 'f.native_stage',
    code: 'f.state',
  },
  PLAN: {
    ...anItem,
    table: 'item_plan',
    from: `${itsItem} where not exists (select from item_plan n where n.item_id = f.item_id and n.kind = f.kind and (n.noted_at, n.id) > (f.noted_at, f.id))`,
    said: 'f.planned_on',
    code: 'f.kind',
  },
  RELATION: {
    table: 'relation',
    from: 'join item i on i.id = f.from_id join item o on o.id = f.to_id where f.ended_at is null',
    label: 'i.designation',
    slug: 'i.slug',
    said: 'o.designation',
    code: 'f.type',
    bodies: ['i.body_id', 'i.committee_id', 'o.body_id', 'o.committee_id'],
  },
  GAP: {
    table: 'gap',
    from: 'where true',
    label: `'G-' || lpad(f.number::text, 2, '0')`,
    slug: `'G-' || lpad(f.number::text, 2, '0')`,
    said: 'f.title',
    bodies: [],
  },
  COVERAGE: {
    table: 'gap_coverage',
    from: `join gap g on g.id = f.gap_id ${itsItem} where true`,
    label: gapNumber,
    slug: gapNumber,
    said: 'i.designation',
    code: 'f.degree',
    bodies: ['i.body_id', 'i.committee_id'],
  },
  GAP_BODY: {
    table: 'gap_body',
    from: 'join gap g on g.id = f.gap_id join body b on b.id = f.body_id where true',
    label: gapNumber,
    slug: gapNumber,
    said: 'b.name',
    code: 'f.role',
    bodies: ['f.body_id'],
  },
  BODY: {
    table: 'body',
    from: 'where not f.is_example',
    label: 'f.name',
    slug: 'f.slug',
    said: 'null',
    bodies: ['f.id'],
  },
  PRINCIPLE: {
    table: 'principle',
    from: 'where true',
    label: principleNumber('f'),
    slug: principleNumber('f'),
    said: 'f.title',
    bodies: [],
  },
  STAND: {
    table: 'principle_stand',
    // What was taken back states nothing.
    from: `join principle p on p.id = f.principle_id ${itsItem} where f.assessment <> 'NOT_ASSESSED'`,
    label: principleNumber('p'),
    slug: `${principleNumber('p')} || '/items/' || i.slug`,
    said: 'i.designation',
    code: 'f.assessment',
    bodies: ['i.body_id', 'i.committee_id'],
  },
}

/** The table of the rows that state facts of a kind. */
export const tableOf = (kind: FactKind): string => branches[kind].table

const NEVER = '9999-12-31'

/** What is longest overdue first; then what nobody confirmed, kind by kind, in the order in which it was recorded. */
const queue: Keyset = {
  name: 'facts.toCheck',
  terms: [
    { expr: 'q.due', direction: 'ASC', type: 'day' },
    { expr: 'q.rank', direction: 'ASC', type: 'number' },
    { expr: 'q.id', direction: 'ASC', type: 'uuid' },
  ],
}

function branchSql(kind: FactKind, due: string, condition: string): string {
  const { table, from, label, slug, said, code = 'null' } = branches[kind]
  return `select '${kind}' as kind, ${FACT_KINDS.indexOf(kind)} as rank, f.id, f.revision, f.source, f.confidence,
      f.as_of as "evidenceOn", f.checked_by as "checkedById", f.check_again_on as "checkAgainOn",
      ${label} as label, ${slug} as slug, (${said})::text as said, (${code})::text as code, ${due} as due
    from ${table} f ${from} and ${condition}`
}

const isWaiting = (kind: FactKind) =>
  `exists (select from fact_check c where c.kind = '${kind}' and c.fact_id = f.id and c.state = 'WAITING')`

/** The rows that a filter leaves, as one union; `each` wraps the rows of one kind. */
function dueSql(ctx: Ctx, filter: FactFilter, p: Params, each: (sql: string) => string): string {
  const today = p.add(ctx.now.toISOString().slice(0, 10))
  const why = filter.why?.length ? filter.why : CHECK_REASONS
  const bodies = filter.body?.length ? filter.body.filter((slug) => !slug.includes('\0')) : null
  const roots = bodies && `select w.id from body w where w.slug = any(${p.add(bodies)}::text[])`
  const kinds = FACT_KINDS.filter((kind) => !filter.kind?.length || filter.kind.includes(kind))
  const parts = kinds.flatMap((kind) => {
    const { unconfirmed = `(f.confidence = 'MEMORY')`, bodies: columns } = branches[kind]
    if (roots && columns.length === 0) return []
    const conditions: string[] = []
    if (roots) conditions.push(`(${columns.map((column) => `${column} in (select id from wanted_body)`).join(' or ')})`)
    if (filter.isReported != null) conditions.push(`${filter.isReported ? '' : 'not '}${isWaiting(kind)}`)
    // Slices that share no row, each in an order that an index has: one condition for all of them would read every fact.
    const stale = `f.check_again_on < ${today}::date`
    const fresh = `(f.check_again_on is null or f.check_again_on >= ${today}::date)`
    const never = `'${NEVER}'::date`
    const slices = [
      { due: 'f.check_again_on', is: why.includes('STALE') ? [stale] : [stale, unconfirmed] },
      ...(why.includes('UNCONFIRMED') ? [{ due: never, is: [fresh, unconfirmed] }] : []),
      // What somebody has said something about waits as well, however fresh and sure it is.
      ...(filter.why?.length ? [] : [{ due: never, is: [fresh, `not ${unconfirmed}`, isWaiting(kind)] }]),
    ]
    return slices.map(({ due, is }) => each(branchSql(kind, due, [...is, ...conditions].join(' and '))))
  })
  const head = roots ? `with recursive ${bodiesUnder('wanted_body', roots, null, p)} ` : ''
  return `${head}select q.* from (${parts.length > 0 ? parts.join(' union all ') : each(branchSql('ITEM', `'${NEVER}'::date`, `${today}::date is null`))}) q`
}

/** A page of the facts that wait to be looked at, in one statement. Refuses: BAD_CURSOR. */
export async function listFacts(ctx: Ctx, filter: FactFilter, page: Page): Promise<FactList> {
  const p = new Params()
  const { where, orderBy, limit } = pageInto(queue, page, p)
  // Each kind gives no more than the page needs, so that a long queue costs little more than a short one.
  const each = (sql: string) => `(select q.* from (${sql}) q where ${where} order by ${orderBy} limit ${limit})`
  const sql = `${dueSql(ctx, filter, p, each)} order by ${orderBy} limit ${limit}`
  const rows = await queryRows<FactRow>(ctx.db, sql, p.values)
  return { ...toConnection(rows, page, queue, (row) => [row.due, row.rank, row.id]), asked: filter }
}

/** More are not counted: nobody works through them, and counting them would take longer than all else on the page. */
export const MOST_COUNTED = 10_000

/** How many facts wait, 10,000 at most. */
export async function countFacts(ctx: Ctx, filter: FactFilter): Promise<number> {
  const p = new Params()
  const due = dueSql(ctx, filter, p, (each) => each)
  const sql = `select count(*)::int as count from (select from (${due}) waiting limit ${MOST_COUNTED}) counted`
  const [row] = await queryRows<{ count: number }>(ctx.db, sql, p.values)
  return row!.count
}

/** One fact, whether it waits or not; null when there is none of this kind and id. */
export async function factById(ctx: Ctx, kind: FactKind, id: string): Promise<FactRow | null> {
  const { table, label, slug, said, code = 'null', from } = branches[kind]
  const [joins] = from.split('where ')
  const [row] = await queryRows<FactRow>(
    ctx.db,
    `select '${kind}' as kind, f.id, f.revision, f.source, f.confidence, f.as_of as "evidenceOn", f.checked_by as "checkedById",
       f.check_again_on as "checkAgainOn", ${label} as label, ${slug} as slug, (${said})::text as said, (${code})::text as code
     from ${table} f ${joins} where f.id = $1`,
    [id],
  )
  return row ?? null
}
