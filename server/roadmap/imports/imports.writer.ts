/** How the rows of an import are written into the register, and taken out again: a batch is a handful of statements, however many rows it has. */
import type { EntityManager } from 'typeorm'
import { naturalSortKey, searchKeys, slugOf } from '#schema/vocabulary/designation.js'
import { newId } from '#server/platform/database/index.js'
import type { Plan } from './plan.js'
import type { Done } from './item-import-row.entity.js'
import { storable } from './storable.js'

/** A row to be written. */
export interface PlannedRow {
  readonly number: number
  /** Null for a new item. */
  readonly itemId: string | null
  readonly plan: Plan
}

/** On what all rows rest, in the columns of a table. */
export interface SourceColumns {
  readonly source: string
  readonly confidence: string
  readonly as_of: string
  readonly checked_by: string | null
  readonly check_again_on: null
}

/** Columns of an item that an import may write. */
const itemColumns = [
  'body_id',
  'committee_id',
  'designation',
  'designation_sort',
  'title',
  'title_confidence',
  'type',
  'state',
  'state_basis',
  'native_stage',
  'dates',
  'topics',
  'lifecycle_stages',
  'impacts',
  'scope_note',
  'equivalents',
  'url',
  'more_urls',
  'source',
  'confidence',
  'as_of',
  'checked_by',
  'check_again_on',
] as const

const parts = {
  item_name: ['item_id', 'designation', 'keys', 'title', 'from_on', 'to_on'],
  item_stage: ['item_id', 'native_stage', 'state', 'state_basis', 'noted_at'],
  item_title: ['item_id', 'lang', 'title', 'from_on', 'to_on'],
} as const
type Part = keyof typeof parts

/** Rows that come with items, by table. */
class Parts {
  private readonly rows: Record<Part, Record<string, unknown>[]> = { item_name: [], item_stage: [], item_title: [] }

  constructor(private readonly sourced: SourceColumns) {}

  add(part: Part, row: Record<string, unknown>): string {
    const id = newId()
    this.rows[part].push({ id, ...row, ...this.sourced })
    return id
  }

  async insert(db: EntityManager): Promise<void> {
    for (const [part, rows] of Object.entries(this.rows)) {
      if (rows.length === 0) continue
      const columns = ['id', ...parts[part as Part], ...Object.keys(this.sourced)].join(', ')
      await db.query(
        `insert into ${part} (${columns}) select ${columns} from jsonb_populate_recordset(null::${part}, $1::jsonb)`,
        [storable(rows)],
      )
    }
  }
}

/** Writes new items with their name, stage and titles. */
export async function writeNew(
  db: EntityManager,
  rows: readonly PlannedRow[],
  sourced: SourceColumns,
  now: Date,
): Promise<Map<number, Done>> {
  const slugs = await freeSlugs(
    db,
    rows.map(({ plan }) => String(plan.item['designation'])),
  )
  const more = new Parts(sourced)
  const done = new Map<number, Done>()
  const items = rows.map(({ number, plan }, at) => {
    const id = newId()
    const designation = String(plan.item['designation'])
    const { title } = plan.item
    const made = {
      item_name: [more.add('item_name', { item_id: id, designation, keys: [...searchKeys(designation)], title })],
      item_stage: plan.stage ? [more.add('item_stage', stageOf(id, plan.stage, now))] : [],
      item_title: plan.titles.map((one) => more.add('item_title', { item_id: id, ...one })),
    }
    done.set(number, { itemId: id, isNew: true, revision: 1, before: {}, made, ended: {}, filled: [] })
    const sort = naturalSortKey(designation)
    return {
      id,
      slug: slugs[at],
      ...plan.item,
      designation_sort: sort,
      title_confidence: sourced.confidence,
      ...sourced,
    }
  })
  const columns = ['id', 'slug', ...itemColumns].join(', ')
  await db.query(
    `insert into item (${columns}) select ${columns} from jsonb_populate_recordset(null::item, $1::jsonb)`,
    [storable(items)],
  )
  await more.insert(db)
  return done
}

/** Changes items; a new name ends the one before, as a title does in its language. [IT-1, IT-9] */
export async function writeChanged(
  db: EntityManager,
  rows: readonly PlannedRow[],
  sourced: SourceColumns,
  now: Date,
): Promise<Map<number, Done>> {
  const ids = rows.map(({ itemId }) => itemId!)
  const held = await heldNow(db, ids)
  const more = new Parts(sourced)
  const done = new Map<number, Done>()
  const ended: Record<'item_name' | 'item_title', string[]> = { item_name: [], item_title: [] }
  const filled: { id: string; title: unknown }[] = []
  const changes = rows.map(({ number, itemId, plan }) => {
    const { item, names, titles } = held.get(itemId!)!
    const columns: Record<string, unknown> = { ...plan.item }
    if ('designation' in columns) columns['designation_sort'] = naturalSortKey(String(columns['designation']))
    if ('title' in columns) columns['title_confidence'] = sourced.confidence
    if (plan.isSourced) Object.assign(columns, sourced)
    else if (plan.stage) columns['as_of'] = sourced.as_of

    const made: Record<Part, string[]> = { item_name: [], item_stage: [], item_title: [] }
    const over: Record<'item_name' | 'item_title', string[]> = { item_name: [], item_title: [] }
    const filledHere: string[] = []
    const designation = String(columns['designation'] ?? item['designation'])
    const title = 'title' in columns ? columns['title'] : item['title']
    // A title that was not known is filled in under the present name. [IT-1]
    if (plan.isRenamed && !('designation' in columns) && item['title'] === null && names.length > 0) {
      filledHere.push(names[0]!)
      filled.push({ id: names[0]!, title })
    } else if (plan.isRenamed) {
      over.item_name.push(...names)
      made.item_name.push(
        more.add('item_name', { item_id: itemId, designation, keys: [...searchKeys(designation)], title }),
      )
    }
    if (plan.stage) made.item_stage.push(more.add('item_stage', stageOf(itemId!, plan.stage, now)))
    for (const one of plan.titles) {
      const there = titles[one.lang]
      if (there) over.item_title.push(there)
      made.item_title.push(more.add('item_title', { item_id: itemId, ...one }))
    }
    ended.item_name.push(...over.item_name)
    ended.item_title.push(...over.item_title)
    const before = Object.fromEntries(Object.keys(columns).map((column) => [column, item[column] ?? null]))
    done.set(number, {
      itemId: itemId!,
      isNew: false,
      revision: Number(item['revision']) + 1,
      before,
      made,
      ended: over,
      filled: filledHere,
    })
    return { id: itemId, columns }
  })
  await setColumns(db, changes)
  for (const [part, keys] of Object.entries(ended)) {
    await db.query(
      `update ${part} set to_on = greatest($2::date, from_on), revision = revision + 1 where id = any($1::uuid[])`,
      [keys, sourced.as_of],
    )
  }
  await db.query(
    `update item_name n set title = f.title, revision = n.revision + 1
     from jsonb_to_recordset($1::jsonb) f (id uuid, title text) where n.id = f.id`,
    [storable(filled)],
  )
  await more.insert(db)
  return done
}

/** Takes back what was written for rows: items that came with them go, others have again what they had. */
export async function takeBack(db: EntityManager, rows: readonly Done[]): Promise<void> {
  const made = (part: Part) => rows.flatMap((done) => done.made[part] ?? [])
  const ended = (part: Part) => rows.flatMap((done) => done.ended[part] ?? [])
  for (const part of Object.keys(parts) as Part[])
    await db.query(`delete from ${part} where id = any($1::uuid[])`, [made(part)])
  for (const part of ['item_name', 'item_title'] as const) {
    await db.query(`update ${part} set to_on = null, revision = revision + 1 where id = any($1::uuid[])`, [ended(part)])
  }
  await db.query('update item_name set title = null, revision = revision + 1 where id = any($1::uuid[])', [
    rows.flatMap(({ filled }) => filled),
  ])
  await setColumns(
    db,
    rows.filter(({ isNew }) => !isNew).map(({ itemId, before }) => ({ id: itemId, columns: before })),
  )
  await db.query('delete from item where id = any($1::uuid[])', [
    rows.filter(({ isNew }) => isNew).map(({ itemId }) => itemId),
  ])
}

/**
 * Lets the database count what has come or gone, and sort in what its indexes of words have only noted: until then it would plan as for the tables of
 * before, and read them whole for each batch of the next list. In the transaction of the work.
 */
export async function countAnew(db: EntityManager): Promise<void> {
  await db.query('analyze item, item_name, item_stage, item_title')
  await db.query(
    `select gin_clean_pending_list(i.indexrelid)
     from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
     where a.amname = 'gin' and i.indrelid in ('item'::regclass, 'item_name'::regclass, 'item_title'::regclass)`,
  )
}

async function setColumns(
  db: EntityManager,
  changes: readonly { id: string | null; columns: object }[],
): Promise<void> {
  if (changes.length === 0) return
  await db.query(
    `update item i set ${itemColumns.map((column) => `${column} = n.${column}`).join(', ')}, revision = i.revision + 1
     from (select p.* from jsonb_to_recordset($1::jsonb) c (id uuid, columns jsonb) join item held on held.id = c.id
           cross join lateral jsonb_populate_record(held, c.columns) p) n
     where n.id = i.id`,
    [storable(changes)],
  )
}

interface Held {
  /** The item's row, by the names of its columns. */
  readonly item: Readonly<Record<string, unknown>>
  /** Keys of the names that hold. */
  readonly names: readonly string[]
  /** Key of the title that holds, by language. */
  readonly titles: Readonly<Record<string, string>>
}

async function heldNow(db: EntityManager, ids: readonly string[]): Promise<Map<string, Held>> {
  const rows = (await db.query(
    `select to_jsonb(i) - 'search' as item,
            coalesce((select array_agg(n.id) from item_name n where n.item_id = i.id and n.to_on is null), '{}') as names,
            coalesce((select jsonb_object_agg(t.lang, t.id) from item_title t where t.item_id = i.id and t.to_on is null), '{}') as titles
     from item i where i.id = any($1::uuid[]) for update of i`,
    [ids],
  )) as Held[]
  return new Map(rows.map((row) => [String(row.item['id']), row]))
}

const stageOf = (itemId: string, stage: NonNullable<Plan['stage']>, now: Date) => ({
  item_id: itemId,
  native_stage: stage.nativeStage,
  state: stage.state,
  state_basis: stage.stateBasis,
  noted_at: now,
})

/** Addresses below `/items/` that are pages of their own. */
const reserved = ['new']

/** Addresses that nobody has, in the order of the designations; two that would be alike get numbers. [IT-8] */
async function freeSlugs(db: EntityManager, designations: readonly string[]): Promise<string[]> {
  const wishes = designations.map(slugOf)
  const rows = (await db.query(
    `select i.slug from unnest($1::text[]) w (slug) join item i on i.slug = w.slug or i.slug ~ ('^' || w.slug || '-[0-9]+$')
     where exists (select from item x where x.slug = w.slug)`,
    [[...new Set(wishes)]],
  )) as { slug: string }[]
  const taken = new Set([...reserved, ...rows.map(({ slug }) => slug)])
  return wishes.map((wish) => {
    for (let n = 1; ; n += 1) {
      const slug = n === 1 ? wish : `${wish}-${n}`
      if (taken.has(slug)) continue
      taken.add(slug)
      return slug
    }
  })
}
