import { isDeepStrictEqual } from 'node:util'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Activity } from '#server/common/activity/index.js'
import { system, type WriteCtx } from '#server/platform/context/index.js'
import { inTransaction } from '#server/platform/database/index.js'
import { Refusal, refuse, reportFault } from '#server/platform/errors/index.js'
import { Clock } from '#server/platform/time/index.js'
import { ImportCancelled, ImportProgress, type Tell } from './imports.progress.js'
import { countAnew, writeChanged, writeNew, type PlannedRow, type SourceColumns } from './imports.writer.js'
import { ItemImport } from './item-import.entity.js'
import type { Done } from './item-import-row.entity.js'
import { BATCH, judgeAgain, Previewing } from './previewing.service.js'
import { storable } from './storable.js'

/** Takes what a preview showed into the register: one transaction, one event. [IM-4] */
@Injectable()
export class Applying {
  constructor(
    private readonly dataSource: DataSource,
    private readonly activity: Activity,
    private readonly previewing: Previewing,
    private readonly clock: Clock,
  ) {}

  /** Does the work of an APPLYING import; one in another state is left alone, so that it may be called again. Never throws a refusal: it is kept. */
  async run(id: string): Promise<void> {
    const it = await this.dataSource.manager.findOneBy(ItemImport, { id })
    if (it?.state !== 'APPLYING') return
    try {
      await inTransaction(this.dataSource, (db, afterCommit) => {
        const viewer = { ...system, personId: it.appliedBy }
        return this.write(
          { viewer, now: this.clock.now(), language: 'en', db, afterCommit, requestId: `import ${id}` },
          it,
        )
      })
    } catch (error) {
      if (error instanceof Refusal && error.code === 'IMPORT_OUTDATED') {
        return this.previewing.renew(it, { code: error.code, args: error.args })
      }
      await this.backToPreview(id, error)
    }
  }

  private async backToPreview(id: string, error: unknown): Promise<void> {
    const refusal =
      error instanceof ImportCancelled
        ? null
        : error instanceof Refusal
          ? { code: error.code, args: error.args }
          : { code: 'INTERNAL', args: { reference: reportFault('taking an import into the register', error) } }
    await this.dataSource.query(
      `update item_import set state = 'PREVIEWED', refusal = $2, is_cancel_asked = false, applied_by = null, revision = revision + 1
       where id = $1`,
      [id, refusal && JSON.stringify(refusal)],
    )
  }

  private async write(ctx: WriteCtx, it: ItemImport): Promise<void> {
    const { db, now } = ctx
    await db.query('set local statement_timeout = 0')
    // While names come in by thousands nobody else gives one: a lock each would be more than the database holds. [IT-11]
    await db.query(`select pg_advisory_xact_lock(hashtextextended('item.names', 0))`)
    const progress = new ImportProgress(this.dataSource, it.id)
    const [{ count }] = (await db.query('select count(*)::int as count from item_import_row where import_id = $1', [
      it.id,
    ])) as [{ count: number }]
    const total = 2 * count
    await this.requireSame(ctx, it, (done) => progress.tell(done, total))

    const sourced: SourceColumns = {
      source: it.source,
      confidence: it.confidence,
      as_of: it.evidenceOn,
      checked_by: it.confidence === 'VERIFIED' ? it.appliedBy : null,
      check_again_on: null,
    }
    const counts = { NEW: 0, CHANGED: 0 }
    for (let last = 0, written = 0; ;) {
      await progress.tell(count + written, total)
      const rows = (await db.query(
        `select number, item_id as "itemId", plan from item_import_row
         where import_id = $1 and number > $2 and plan is not null order by number limit ${BATCH}`,
        [it.id, last],
      )) as PlannedRow[]
      if (rows.length === 0) break
      const fresh = rows.filter(({ itemId }) => itemId === null)
      const others = rows.filter(({ itemId }) => itemId !== null)
      const done = new Map<number, Done>([
        ...(fresh.length > 0 ? await writeNew(db, fresh, sourced, now) : []),
        ...(others.length > 0 ? await writeChanged(db, others, sourced, now) : []),
      ])
      await db.query(
        `update item_import_row r set done = d.done, item_id = (d.done->>'itemId')::uuid
         from jsonb_to_recordset($2::jsonb) d (number integer, done jsonb) where r.import_id = $1 and r.number = d.number`,
        [it.id, storable([...done].map(([number, one]) => ({ number, done: one })))],
      )
      counts.NEW += fresh.length
      counts.CHANGED += others.length
      written += rows.length
      last = rows.at(-1)!.number
    }
    await countAnew(db)
    await progress.tell(total, total)
    await db.query(
      `update item_import set state = 'APPLIED', refusal = null, applied_at = $2, revision = revision + 1 where id = $1`,
      [it.id, now],
    )
    await this.activity.record(ctx, {
      verb: 'import.applied',
      object: { type: 'import', id: it.id },
      args: { added: counts.NEW, changed: counts.CHANGED },
    })
  }

  /** Makes sure that what is written is what was shown. Refuses: IMPORT_OUTDATED. */
  private async requireSame(ctx: WriteCtx, it: ItemImport, tell: Tell): Promise<void> {
    let others = 0
    await judgeAgain(
      this.dataSource,
      it,
      tell,
      async (rows, verdicts) => {
        rows.forEach((row, at) => {
          const { outcome, itemId, plan } = verdicts[at]!
          const isSame =
            outcome === row.outcome && itemId === row.itemId && isDeepStrictEqual(JSON.parse(storable(plan)), row.plan)
          if (!isSame) others += 1
        })
      },
      ctx.db,
    )
    if (others > 0) throw refuse('IMPORT_OUTDATED', { rows: others })
  }
}
