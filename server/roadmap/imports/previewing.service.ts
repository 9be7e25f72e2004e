import { Injectable, type OnApplicationShutdown } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { ImportOutcome } from '#schema/vocabulary/imports.js'
import { Refusal, refuse, reportFault } from '#server/platform/errors/index.js'
import { Thread, ThreadTooLarge } from '#server/platform/threads/index.js'
import type { ImportSource, Plan } from './plan.js'
import { Judging, type OpenRow } from './imports.judging.js'
import { knownBodies } from './imports.lookup.js'
import { ImportCancelled, ImportProgress, type Tell } from './imports.progress.js'
import { ItemImport } from './item-import.entity.js'
import type { Verdict } from './judge.js'
import type { UnderstoodRow } from './leads.js'
import type { ReadingTasks } from './reading/reading.worker.js'
import { storable } from './storable.js'

/** Rows judged and written at once. */
export const BATCH = 500

/** Reads a file and says of each row what it means. Nothing of the register is changed. [IM-2, IM-4] */
@Injectable()
export class Previewing implements OnApplicationShutdown {
  private readonly thread = new Thread<ReadingTasks>({
    near: import.meta.url,
    name: 'reading/reading.worker',
    largestHeapMb: 768,
  })
  /** One file at a time: its rows wait in the thread. */
  private turn: Promise<unknown> = Promise.resolve()

  constructor(private readonly dataSource: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    await this.thread.stop()
  }

  /** Does the work of a READING import; one in another state is left alone, so that it may be called again. Never throws a refusal: it is kept. */
  run(id: string): Promise<void> {
    const mine = this.turn.then(() => this.read(id))
    // Going on is safe: whoever asked for the first hears of its fault, the next one only waits for its end.
    this.turn = mine.catch(() => undefined)
    return mine
  }

  private async read(id: string): Promise<void> {
    const db = this.dataSource.manager
    const it = await db.findOneBy(ItemImport, { id })
    if (it?.state !== 'READING') return
    try {
      // What an earlier attempt left when its process died.
      const [file] = (await db.query('select bytes from item_import_file where import_id = $1', [id])) as {
        bytes: Buffer
      }[]
      if (file) {
        await db.query('delete from item_import_row where import_id = $1', [id])
        await this.fromFile(it, file.bytes)
        await db.query('delete from item_import_file where import_id = $1', [id])
      } else await this.again(it)
      await this.end(id, 'PREVIEWED', null)
    } catch (error) {
      // What will not be read any more is not kept.
      await db.query('delete from item_import_file where import_id = $1', [id])
      if (error instanceof ImportCancelled) return this.end(id, 'CANCELLED', null)
      const refusal = this.refusalOf(error)
      await this.end(id, 'REFUSED', refusal)
    }
  }

  private refusalOf(error: unknown): { code: string; args: object } {
    if (error instanceof Refusal) return { code: error.code, args: error.args }
    if (error instanceof ThreadTooLarge) return { code: 'IMPORT_BOMB', args: { megabytes: 768, limit: 768 } }
    return { code: 'INTERNAL', args: { reference: reportFault('reading a file to import', error) } }
  }

  private async fromFile(it: ItemImport, bytes: Buffer): Promise<void> {
    const progress = new ImportProgress(this.dataSource, it.id)
    try {
      const opened = await this.thread.ask('open', { format: it.format, bytes })
      if (opened.refusal) throw refuse(opened.refusal.code as never, opened.refusal.args)
      const judging = new Judging(await knownBodies(this.dataSource.manager), sourceOf(it))
      for (let done = 0; done < opened.rows;) {
        await progress.tell(done, opened.rows)
        const rows = await this.thread.ask('take', { count: BATCH })
        if (rows.length === 0) throw new Error('The thread that reads has lost the file')
        const verdicts = await judging.judge(
          this.dataSource.manager,
          rows.map((row): OpenRow => ({ ...row, decided: null })),
        )
        await this.keep(it.id, rows, verdicts)
        done += rows.length
      }
      await progress.tell(opened.rows, opened.rows)
    } finally {
      // What a large file took goes with the thread; the next one begins anew.
      await this.thread.stop()
    }
  }

  /** The register has changed meanwhile, or somebody decided: the rows are judged anew, and what was decided stays. */
  private async again(it: ItemImport): Promise<void> {
    const progress = new ImportProgress(this.dataSource, it.id)
    await judgeAgain(
      this.dataSource,
      it,
      (done, total) => progress.tell(done, total),
      async (rows, verdicts) => {
        await rewrite(this.dataSource, it.id, rows, verdicts)
      },
    )
  }

  private async keep(id: string, rows: readonly UnderstoodRow[], verdicts: readonly Verdict[]): Promise<void> {
    const records = rows.map(({ number, raw, fact, leadNumber }, at) => ({
      number,
      raw,
      fact,
      lead_number: leadNumber,
      ...columnsOf(verdicts[at]!),
    }))
    await this.dataSource.query(
      `insert into item_import_row (import_id, number, raw, fact, lead_number, outcome, reasons, item_id, candidates, changes, plan)
       select $1, number, raw, fact, lead_number, outcome, reasons, item_id, candidates, changes, plan
       from jsonb_populate_recordset(null::item_import_row, $2::jsonb)`,
      [id, storable(records)],
    )
  }

  /** Looks at the register again, after it has changed under a preview; the refusal that told so stays to be read. */
  async renew(it: ItemImport, refusal: { code: string; args: object }): Promise<void> {
    await this.again(it)
    await this.end(it.id, 'PREVIEWED', refusal)
  }

  private async end(id: string, state: ItemImport['state'], refusal: object | null): Promise<void> {
    await this.dataSource.query(
      `update item_import set state = $2, refusal = $3, is_cancel_asked = false, revision = revision + 1,
              counts = (select coalesce(jsonb_object_agg(outcome, count), '{}') from
                         (select outcome, count(*) from item_import_row where import_id = $1 group by outcome) c)
       where id = $1`,
      [id, state, refusal && JSON.stringify(refusal)],
    )
  }
}

export const sourceOf = ({ confidence, evidenceOn }: ItemImport): ImportSource => ({ confidence, asOf: evidenceOn })

/** What a verdict is in the columns of a row. */
export const columnsOf = ({ outcome, reasons, itemId, candidates, changes, plan }: Verdict) => ({
  outcome,
  reasons,
  item_id: itemId,
  candidates,
  changes,
  plan,
})

export interface StoredRow extends Omit<OpenRow, 'decided' | 'refusals'> {
  readonly outcome: ImportOutcome
  readonly reasons: OpenRow['refusals']
  readonly itemId: string | null
  readonly plan: Plan | null
  readonly choice: 'SKIP' | 'SAME_ITEM' | 'NEW_ITEM' | null
  readonly choiceItemId: string | null
}

/** Judges the stored rows of an import once more, batch by batch. */
export async function judgeAgain(
  dataSource: DataSource,
  it: ItemImport,
  tell: Tell,
  act: (rows: readonly StoredRow[], verdicts: readonly Verdict[]) => Promise<void>,
  db = dataSource.manager,
): Promise<void> {
  const [{ count }] = (await db.query('select count(*)::int as count from item_import_row where import_id = $1', [
    it.id,
  ])) as [{ count: number }]
  const judging = new Judging(await knownBodies(db), sourceOf(it))
  let last = 0
  for (let done = 0; ;) {
    await tell(done, count)
    const rows = (await db.query(
      `select number, fact, outcome, reasons, item_id as "itemId", plan, lead_number as "leadNumber", choice, choice_item_id as "choiceItemId"
       from item_import_row where import_id = $1 and number > $2 order by number limit ${BATCH}`,
      [it.id, last],
    )) as StoredRow[]
    if (rows.length === 0) return
    const verdicts = await judging.judge(
      db,
      rows.map((row): OpenRow => ({
        ...row,
        refusals: row.reasons,
        decided: row.choice && row.choice !== 'SKIP' ? { choice: row.choice, itemId: row.choiceItemId } : null,
      })),
    )
    await act(rows, verdicts)
    last = rows.at(-1)!.number
    done += rows.length
  }
}

async function rewrite(
  dataSource: DataSource,
  id: string,
  rows: readonly StoredRow[],
  verdicts: readonly Verdict[],
): Promise<void> {
  const records = rows.map(({ number }, at) => ({ number, ...columnsOf(verdicts[at]!) }))
  await dataSource.query(
    `update item_import_row r set outcome = n.outcome, reasons = n.reasons, item_id = n.item_id, candidates = n.candidates,
            changes = n.changes, plan = n.plan
     from jsonb_populate_recordset(null::item_import_row, $2::jsonb) n where r.import_id = $1 and r.number = n.number`,
    [id, storable(records)],
  )
}
