import { createHash, randomUUID, type Hash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { refuse } from '#server/platform/errors/index.js'
import { CANONICAL_FORM, headLine, leftOut, registerTables, rowLine, type SnapshotForm } from './canonical-form.js'
import type { EditionCounts } from './edition.entity.js'

/** Rows that are read at once, and text of which one part is made: both bound what is held in memory. */
const ROWS = 1000
const PART_BYTES = 1 << 20

/** Somebody who writes to the register for longer than this holds a freeze up. */
const PATIENCE_SECONDS = 10

export interface Kept {
  readonly hash: Buffer
  readonly sizeBytes: number
}

/** Makes the file of the register as of an instant, keeps it, and makes it again to compare. Nothing is held whole in memory. [ED-7] */
@Injectable()
export class Snapshots {
  /**
   * The latest instant up to which the register can no longer change: rows carry the beginning of the transaction that wrote them, so it lies
   * before all that are still open. In whole milliseconds, the grain of `asOf`. Refuses: REGISTER_IN_USE when one has been open for long.
   */
  async settledInstant(db: EntityManager): Promise<Date> {
    const [row] = (await db.query(
      `select date_trunc('milliseconds', least(now(), min(a.xact_start)) - interval '1 microsecond') as at,
         clock_timestamp() - least(now(), min(a.xact_start)) > make_interval(secs => $1) as "isOld"
       from pg_stat_activity a
       where a.datname = current_database() and a.backend_type = 'client backend' and a.pid <> pg_backend_pid()`,
      [PATIENCE_SECONDS],
    )) as [{ at: Date; isOld: boolean }]
    if (row.isOld) throw refuse('REGISTER_IN_USE')
    return row.at
  }

  /** What a snapshot of today's tables would hold. */
  async formAt(db: EntityManager, at: Date): Promise<SnapshotForm> {
    const rows = (await db.query(
      `select c.relname as "table", array_agg(a.attname::text order by a.attname) as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relnamespace = 'public'::regnamespace and c.relname = any($1::text[]) and a.attnum > 0 and not a.attisdropped
         and not a.attname = any($2::text[])
       group by c.relname`,
      [registerTables, [...leftOut]],
    )) as { table: string; columns: string[] }[]
    return {
      form: CANONICAL_FORM,
      asOf: at.toISOString(),
      tables: Object.fromEntries(rows.map(({ table, columns }) => [table, columns.sort()])),
    }
  }

  /** Writes the file of the register down with an edition, in compressed parts. */
  async keep(db: EntityManager, editionId: string, form: SnapshotForm): Promise<Kept> {
    const hash = createHash('sha256')
    let sizeBytes = 0
    let part = 0
    let waiting: string[] = []
    let waitingBytes = 0
    const flush = async () => {
      if (waiting.length === 0) return
      await db.query('insert into edition_snapshot (edition_id, part, body) values ($1, $2, $3)', [
        editionId,
        (part += 1),
        gzipSync(waiting.join('')),
      ])
      waiting = []
      waitingBytes = 0
    }
    for await (const line of this.lines(db, form)) {
      const bytes = Buffer.byteLength(line)
      hash.update(line)
      sizeBytes += bytes
      waitingBytes += bytes
      waiting.push(line)
      if (waitingBytes >= PART_BYTES) await flush()
    }
    await flush()
    return { hash: hash.digest(), sizeBytes }
  }

  /** The hash of the register as history has it; null when a table or column that it held is no longer there. */
  async recompute(db: EntityManager, form: SnapshotForm): Promise<Buffer | null> {
    const today = (await this.formAt(db, new Date(form.asOf))).tables
    for (const [table, columns] of Object.entries(form.tables)) {
      if (columns.some((column) => !today[table]?.includes(column))) return null
    }
    const hash = createHash('sha256')
    for await (const line of this.lines(db, form)) hash.update(line)
    return hash.digest()
  }

  /** The hash of the file that was kept. */
  async hashOfKept(db: EntityManager, editionId: string): Promise<Buffer> {
    const hash: Hash = createHash('sha256')
    for await (const part of this.parts(db, editionId)) hash.update(gunzipSync(part))
    return hash.digest()
  }

  /** The compressed parts of the file that was kept, one at a time. */
  async *parts(db: EntityManager, editionId: string): AsyncGenerator<Buffer> {
    for (let part = 1; ; part += 1) {
      const [row] = (await db.query('select body from edition_snapshot where edition_id = $1 and part = $2', [
        editionId,
        part,
      ])) as { body: Buffer }[]
      if (!row) return
      yield row.body
    }
  }

  async count(db: EntityManager, at: Date): Promise<EditionCounts> {
    const [counts] = (await db.query(
      `select (select count(*)::int from item_at($1)) as items,
         (select count(*)::int from gap_at($1) g where g.replacement_id is null) as gaps,
         (select count(*)::int from gap_at($1) g where g.replacement_id is null and g.standing <> 'CLOSED') as "openGaps",
         (select count(*)::int from principle_at($1)) as principles,
         (select count(*)::int from body_at($1)) as bodies,
         (select count(*)::int from relation_at($1)) as relations`,
      [at],
    )) as [EditionCounts]
    return counts
  }

  /** The lines of the file, in a transaction. Names of tables and columns come from the catalogue or from what was written down from it. */
  private async *lines(db: EntityManager, form: SnapshotForm): AsyncGenerator<string> {
    await db.query(`set local timezone to 'UTC'`)
    await db.query('set local statement_timeout = 0')
    yield headLine(form)
    for (const table of Object.keys(form.tables).sort()) {
      const cursor = quoted(`snapshot_${randomUUID()}`)
      const columns = form.tables[table]!.map((column) => `t.${quoted(column)}`)
      // The instant is our own, written by toISOString; a cursor takes no parameters.
      await db.query(
        `declare ${cursor} no scroll cursor for
         select to_jsonb(kept) as row from (
           select ${columns.join(', ')} from ${quoted(`${table}_at`)}('${new Date(form.asOf).toISOString()}'::timestamptz) t
         ) kept order by kept.id`,
      )
      for (;;) {
        const rows = (await db.query(`fetch ${ROWS} from ${cursor}`)) as { row: Record<string, unknown> }[]
        for (const { row } of rows) yield rowLine(table, row)
        if (rows.length < ROWS) break
      }
      await db.query(`close ${cursor}`)
    }
  }
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
