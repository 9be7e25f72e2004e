import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { Activity } from '#server/common/activity/index.js'
import { system, type WriteCtx } from '#server/platform/context/index.js'
import { inTransaction } from '#server/platform/database/index.js'
import { Refusal, refuse, reportFault } from '#server/platform/errors/index.js'
import { Clock } from '#server/platform/time/index.js'
import { ImportCancelled, ImportProgress } from './imports.progress.js'
import { countAnew, takeBack } from './imports.writer.js'
import { ItemImport } from './item-import.entity.js'
import type { Done } from './item-import-row.entity.js'
import { BATCH } from './previewing.service.js'

/** Why a row cannot be taken back: its item was changed since, or something else in the register rests on it. */
export type Obstacle = 'CHANGED_SINCE' | 'CITED'

/** Takes an import out of the register again, as a whole: one transaction, one event. [IM-7] */
@Injectable()
export class Undoing {
  constructor(
    private readonly dataSource: DataSource,
    private readonly activity: Activity,
    private readonly clock: Clock,
  ) {}

  /** Does the work of an UNDOING import; `isPartial` leaves rows that cannot be taken back as they are. Never throws a refusal: it is kept. */
  async run(id: string, isPartial: boolean): Promise<void> {
    const it = await this.dataSource.manager.findOneBy(ItemImport, { id })
    if (it?.state !== 'UNDOING') return
    try {
      await inTransaction(this.dataSource, (db, afterCommit) => {
        const viewer = { ...system, personId: it.undoneBy }
        const ctx: WriteCtx = {
          viewer,
          now: this.clock.now(),
          language: 'en',
          db,
          afterCommit,
          requestId: `undo ${id}`,
        }
        return this.write(ctx, it, isPartial)
      })
    } catch (error) {
      const refusal =
        error instanceof ImportCancelled
          ? null
          : error instanceof Refusal
            ? { code: error.code, args: error.args }
            : { code: 'INTERNAL', args: { reference: reportFault('undoing an import', error) } }
      await this.dataSource.query(
        `update item_import set state = 'APPLIED', refusal = $2, is_cancel_asked = false, undone_by = null, revision = revision + 1
         where id = $1`,
        [id, refusal && JSON.stringify(refusal)],
      )
    }
  }

  private async write(ctx: WriteCtx, it: ItemImport, isPartial: boolean): Promise<void> {
    const { db, now } = ctx
    await db.query('set local statement_timeout = 0')
    await db.query(`select pg_advisory_xact_lock(hashtextextended('item.names', 0))`)
    // Nobody changes these items or begins to rest on them while they are looked at.
    await db.query(
      `select 1 from item where id in (select (done->>'itemId')::uuid from item_import_row where import_id = $1 and done is not null)
       for update`,
      [it.id],
    )
    const obstacles = await obstaclesOf(db, it.id)
    if (obstacles.size > 0 && !isPartial) throw refuse('IMPORT_CHANGED_SINCE', { rows: obstacles.size })
    const progress = new ImportProgress(this.dataSource, it.id)
    const [{ count }] = (await db.query(
      'select count(*)::int as count from item_import_row where import_id = $1 and done is not null and not is_undone',
      [it.id],
    )) as [{ count: number }]
    let undone = 0
    for (let last = 0, seen = 0; ;) {
      await progress.tell(seen, count)
      const rows = (await db.query(
        `select number, done from item_import_row
         where import_id = $1 and number > $2 and done is not null and not is_undone order by number limit ${BATCH}`,
        [it.id, last],
      )) as { number: number; done: Done }[]
      if (rows.length === 0) break
      const free = rows.filter(({ number }) => !obstacles.has(number))
      await takeBack(
        db,
        free.map(({ done }) => done),
      )
      await db.query('update item_import_row set is_undone = true where import_id = $1 and number = any($2::int[])', [
        it.id,
        free.map(({ number }) => number),
      ])
      undone += free.length
      seen += rows.length
      last = rows.at(-1)!.number
    }
    await countAnew(db)
    await progress.tell(count, count)
    await db.query(
      `update item_import set state = 'UNDONE', refusal = null, undone_at = $2, revision = revision + 1 where id = $1`,
      [it.id, now],
    )
    await this.activity.record(ctx, {
      verb: 'import.undone',
      object: { type: 'import', id: it.id },
      args: { rows: undone, kept: obstacles.size },
    })
  }
}

/** Rows that cannot be taken back, by their number, and why. */
export async function obstaclesOf(db: EntityManager, id: string): Promise<Map<number, Obstacle>> {
  const rows = (await db.query(
    `select r.number, (r.done->>'itemId')::uuid as "itemId", (r.done->>'isNew')::boolean as "isNew",
            i.id is null or i.revision <> (r.done->>'revision')::int as "isChanged"
     from item_import_row r left join item i on i.id = (r.done->>'itemId')::uuid
     where r.import_id = $1 and r.done is not null and not r.is_undone`,
    [id],
  )) as { number: number; itemId: string; isNew: boolean; isChanged: boolean }[]
  const cited = await citedAmong(
    db,
    rows.filter(({ isNew }) => isNew).map(({ itemId }) => itemId),
  )
  const obstacles = new Map<number, Obstacle>()
  for (const { number, itemId, isChanged } of rows) {
    if (isChanged) obstacles.set(number, 'CHANGED_SINCE')
    else if (cited.has(itemId)) obstacles.set(number, 'CITED')
  }
  return obstacles
}

/** What is part of an item and goes with it. */
const ownTables = ['item_name', 'item_stage', 'item_title', 'item_plan']

/** Which items something else rests on: whatever table has a foreign key to them, of whichever room. */
async function citedAmong(db: EntityManager, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const links = (await db.query(
    `select quote_ident(c.relname) as table, quote_ident(a.attname) as column
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
     where k.contype = 'f' and k.confrelid = 'item'::regclass and c.relname <> all($1::text[])`,
    [ownTables],
  )) as { table: string; column: string }[]
  if (links.length === 0) return new Set()
  const cited = (await db.query(
    links
      .map(({ table, column }) => `select ${column} as id from ${table} where ${column} = any($1::uuid[])`)
      .join(' union '),
    [ids],
  )) as { id: string }[]
  return new Set(cited.map(({ id }) => id))
}
