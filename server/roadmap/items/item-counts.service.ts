import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { CONFIDENCES, IMPACTS, ITEM_STATES, ITEM_TYPES, LIFECYCLE_STAGES, TOPICS } from '#schema/vocabulary/register.js'
import { listLoader, type Ctx } from '#server/platform/context/index.js'
import { reportFault } from '#server/platform/errors/index.js'
import { countByBody, noBody, noDay, none, type ColumnBody, type ItemColumns } from './item-columns.js'
import { countItemsOfBodies, type StateCount } from './items.list.js'

/** What was committed when the columns were read: rows of `item_change` and the last of them. */
type Mark = string

const markSql = `(select count(*) || ' ' || coalesce(max(id), 0) from item_change)`
/** More rows than these are put together when they are next read. */
const mostChanges = 2_000
const bytesEach = 24

/**
 * Columns of all items in memory, from which facets and maps are counted in a few milliseconds where the database takes a second. They are used only
 * while nothing has been committed since they were read (and nothing written in the caller's own transaction); then, and for any moment of the past,
 * the database counts. They are read again in the background.
 */
@Injectable()
export class ItemCounts implements BeforeApplicationShutdown {
  private held: { readonly mark: Mark; readonly columns: ItemColumns } | null = null
  private reading: Promise<void> | null = null
  private hasEnded = false

  constructor(private readonly dataSource: DataSource) {}

  /** How many items a body and those under it publish or draft, by state, in the order of states; states without items are left out. */
  readonly ofBody = listLoader<string, StateCount>(async (ctx, ids, asOf) => {
    const columns = asOf === null ? await this.columns(ctx) : null
    if (!columns) return countItemsOfBodies(ctx, ids, asOf)
    const places = new Map(columns.bodies.map(({ id }, at) => [id, at]))
    const counts = countByBody(columns)
    return new Map(
      ids.map((id) => [
        id,
        ITEM_STATES.flatMap((state, at) => {
          const count = counts[places.get(id) ?? -1]?.[at] ?? 0
          return count === 0 ? [] : [{ state, count }]
        }),
      ]),
    )
  })

  /** The columns as of now, or null when they are not at hand: whoever asked counts by SQL. */
  async columns(ctx: Pick<Ctx, 'db'>): Promise<ItemColumns | null> {
    const [row] = (await ctx.db.query(`select ${markSql} as mark`)) as [{ mark: Mark }]
    if (this.held?.mark === row.mark) return this.held.columns
    if (!this.hasEnded) this.reading ??= this.read().finally(() => (this.reading = null))
    return null
  }

  /** For whoever has to have them: waits until they are read, and reads them again until nothing has changed meanwhile. */
  async settled(): Promise<ItemColumns> {
    for (;;) {
      const columns = await this.columns({ db: this.dataSource.manager })
      if (columns) return columns
      await this.reading
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.hasEnded = true
    await this.reading
  }

  private async read(): Promise<void> {
    try {
      this.held = await this.dataSource.transaction('REPEATABLE READ', readColumns)
      if (Number(this.held.mark.split(' ')[0]) > mostChanges)
        await this.dataSource.query('delete from item_change where id < (select max(id) from item_change)')
    } catch (error) {
      // Going on is safe: without columns the database counts, and the next question tries again.
      reportFault('reading the columns of items', error)
    }
  }
}

const bits = (column: string, list: readonly string[]) =>
  `coalesce((select bit_or(1 << (array_position(${quoted(list)}, v) - 1)) from unnest(${column}) v where v = any(${quoted(list)})), 0)`
const place = (column: string, list: readonly string[]) =>
  `coalesce(array_position(${quoted(list)}, ${column}) - 1, ${none})`
const quoted = (list: readonly string[]) => `array[${list.map((value) => `'${value}'`).join(', ')}]`

type BodyWithParents = Omit<ColumnBody, 'above'> & { parentId: string | null; coParentId: string | null }

/** All items packed by the database into one value: a hundred thousand rows would keep the process busy with reading them. */
async function readColumns(db: EntityManager): Promise<{ mark: Mark; columns: ItemColumns }> {
  const bodies = (await db.query(
    `select b.id, b.slug, coalesce(b.acronym, b.name) as label, b.parent_id as "parentId", b.co_parent_id as "coParentId",
       exists (select from item i where i.body_id = b.id) as publishes
     from body b order by b.id`,
  )) as BodyWithParents[]
  const [row] = (await db.query(
    `with b as materialized (select id, (row_number() over (order by id) - 1)::int as at from body)
     select ${markSql} as mark, string_agg(
       int4send(${place('i.type', ITEM_TYPES)} | (${place('i.state', ITEM_STATES)} << 8) | (${place('i.confidence', CONFIDENCES)} << 16))
       || int4send(b.at) || int4send(coalesce(c.at, ${noBody})) || int4send(coalesce(i.as_of - date '1970-01-01', ${noDay}))
       || int4send(${bits('i.topics', TOPICS)})
       || int2send((${bits('i.lifecycle_stages', LIFECYCLE_STAGES)})::int2) || int2send((${bits('i.impacts', IMPACTS)})::int2), '') as packed
     from item i join b on b.id = i.body_id left join b c on c.id = i.committee_id`,
  )) as [{ mark: Mark; packed: Buffer | null }]
  return { mark: row.mark, columns: unpacked(row.packed ?? Buffer.alloc(0), withAbove(bodies)) }
}

function unpacked(packed: Buffer, bodies: readonly ColumnBody[]): ItemColumns {
  const count = packed.length / bytesEach
  const columns = {
    count,
    bodies,
    type: new Uint8Array(count),
    state: new Uint8Array(count),
    confidence: new Uint8Array(count),
    topics: new Uint32Array(count),
    lifecycleStages: new Uint32Array(count),
    impacts: new Uint32Array(count),
    body: new Uint32Array(count),
    committee: new Uint32Array(count),
    evidence: new Int32Array(count),
  }
  for (let i = 0, at = 0; i < count; i++, at += bytesEach) {
    columns.confidence[i] = packed[at + 1]!
    columns.state[i] = packed[at + 2]!
    columns.type[i] = packed[at + 3]!
    columns.body[i] = packed.readUInt32BE(at + 4)
    columns.committee[i] = packed.readUInt32BE(at + 8)
    columns.evidence[i] = packed.readInt32BE(at + 12)
    columns.topics[i] = packed.readUInt32BE(at + 16)
    columns.lifecycleStages[i] = packed.readUInt16BE(at + 20)
    columns.impacts[i] = packed.readUInt16BE(at + 22)
  }
  return columns
}

/** Each body with all that it is under, by either parent. */
function withAbove(rows: readonly BodyWithParents[]): ColumnBody[] {
  const places = new Map(rows.map(({ id }, at) => [id, at]))
  return rows.map(({ id, slug, label, publishes }, at) => {
    const above = new Set([at])
    for (const one of above) {
      for (const parent of [rows[one]!.parentId, rows[one]!.coParentId])
        if (parent !== null && places.has(parent)) above.add(places.get(parent)!)
    }
    return { id, slug, label, publishes, above: [...above] }
  })
}
