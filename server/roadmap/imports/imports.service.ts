import { createHash } from 'node:crypto'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { ImportChoice, ImportState } from '#schema/vocabulary/imports.js'
import type { Confidence } from '#schema/vocabulary/register.js'
import { Access } from '#server/common/access/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId, Params } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { Jobs } from '#server/platform/jobs/index.js'
import { ItemNames } from '#server/roadmap/items/index.js'
import { givenText, handedIn, sourceColumns } from '#server/roadmap/provenance/index.js'
import { Applying } from './applying.service.js'
import { Judging } from './imports.judging.js'
import './imports.access.js'
import { knownBodies } from './imports.lookup.js'
import { ItemImport } from './item-import.entity.js'
import { ItemImportRow } from './item-import-row.entity.js'
import { columnsOf, Previewing, sourceOf } from './previewing.service.js'
import { formatOf } from './reading/read-file.js'
import { Undoing } from './undoing.service.js'

export interface TakeFile {
  /** As the sender calls it. */
  readonly name: string
  readonly bytes: Buffer
  /** Where the facts come from. */
  readonly source: string
  /** Whether somebody has looked; what nobody has is from memory. */
  readonly confidence?: Confidence | null
  /** Day as of which the file tells; today when left out. */
  readonly asOf?: string | null
}

export interface DecideRow {
  readonly id: string
  readonly number: number
  /** Null takes a decision back. */
  readonly choice: ImportChoice | null
  /** Slug or any name; for SAME_ITEM. The only item that it may be when left out. */
  readonly item?: string | null
}

interface Work {
  readonly id: string
  readonly isPartial?: boolean
}

const longestName = 200
/** What one file needs at most, 50,000 rows on a slow machine. */
const SECONDS_TO_FINISH = 1200

/** The verbs of taking lists into the register. The work itself is done by jobs: Previewing, Applying, Undoing. */
@Injectable()
export class Imports implements OnModuleInit {
  constructor(
    private readonly access: Access,
    private readonly jobs: Jobs,
    private readonly names: ItemNames,
    private readonly previewing: Previewing,
    private readonly applying: Applying,
    private readonly undoing: Undoing,
  ) {}

  onModuleInit(): void {
    const options = { retries: 2, secondsToFinish: SECONDS_TO_FINISH }
    this.jobs.define<Work>('import.preview', ({ id }) => this.previewing.run(id), options)
    this.jobs.define<Work>('import.apply', ({ id }) => this.applying.run(id), options)
    this.jobs.define<Work>('import.undo', ({ id, isPartial }) => this.undoing.run(id, isPartial ?? false), options)
  }

  /**
   * Takes a file to be read; what its rows mean is there when its state is PREVIEWED. `isQueued: false` leaves the reading to the caller.
   * [IM-1, IM-4, SO-1] Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, IMPORT_FORMAT, IMPORT_EMPTY, IMPORT_TOO_LARGE, TEXT_MISSING, TEXT_TOO_LONG,
   * SOURCE_MISSING, NO_SUCH_DATE, NO_SUCH_DAY, BAD_INPUT.
   */
  async take(ctx: WriteCtx, given: TakeFile, { isQueued = true } = {}): Promise<ItemImport> {
    this.access.require(ctx, 'import.run', null)
    const format = formatOf(given.name, given.bytes)
    const source = givenText(given.source, 2000, 'input.source')
    const asOf = given.asOf?.trim() || ctx.now.toISOString().slice(0, 10)
    const handed = handedIn(ctx, { source, confidence: given.confidence, asOf }, 'input')
    const { confidence, evidenceOn } = sourceColumns(handed)
    const it = ctx.db.create(ItemImport, {
      id: newId(),
      fileName: fileNameOf(given.name),
      format,
      sizeBytes: given.bytes.length,
      sha256: createHash('sha256').update(given.bytes).digest(),
      source,
      confidence,
      evidenceOn: evidenceOn!,
      state: 'READING',
      progressDone: 0,
      progressTotal: 0,
      isCancelAsked: false,
      refusal: null,
      counts: {},
      uploadedBy: ctx.viewer.personId,
      uploadedAt: ctx.now,
      appliedBy: null,
      appliedAt: null,
      undoneBy: null,
      undoneAt: null,
      revision: 1,
    })
    await ctx.db.insert(ItemImport, it)
    await ctx.db.query('insert into item_import_file (import_id, bytes) values ($1, $2)', [it.id, given.bytes])
    if (isQueued) await this.jobs.send<Work>(ctx, 'import.preview', { id: it.id })
    return it
  }

  /**
   * Decides about a doubtful row: it is this item, it is a new one, or it is skipped. [IM-2]
   * Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, IMPORT_NOT_NOW, BAD_INPUT.
   */
  async decide(ctx: WriteCtx, { id, number, choice, item: name }: DecideRow): Promise<ItemImportRow> {
    const it = await this.lock(ctx, id, ['PREVIEWED'])
    const row = await ctx.db.findOneBy(ItemImportRow, { importId: id, number })
    if (!row?.fact) throw refuse('NOT_FOUND', {}, { field: 'input.number' })
    if (row.outcome !== 'DOUBTFUL' && row.choice === null) {
      throw refuse('BAD_INPUT', { detail: `row ${number} is not in doubt` }, { field: 'input.number' })
    }
    let itemId: string | null = null
    if (choice === 'SAME_ITEM') {
      if (name?.trim()) itemId = (await this.names.named(ctx, name)).id
      else if (row.candidates.length === 1) itemId = row.candidates[0]!
      else throw refuse('BAD_INPUT', { detail: 'say which item it is' }, { field: 'input.item' })
    }
    const decided = choice === null || choice === 'SKIP' ? null : { choice, itemId }
    const judging = new Judging(await knownBodies(ctx.db), sourceOf(it))
    const [verdict] = await judging.judge(ctx.db, [{ number, fact: row.fact, refusals: [], leadNumber: null, decided }])
    const { item_id, ...columns } = columnsOf(verdict!)
    const p = new Params()
    if (itemId !== null) {
      const other = (await ctx.db.query(
        `select number from item_import_row where import_id = ${p.add(id)} and item_id = ${p.add(itemId)} and number <> ${p.add(number)}
         and lead_number is null limit 1`,
        p.values,
      )) as { number: number }[]
      if (other[0])
        throw refuse('BAD_INPUT', { detail: `row ${other[0].number} is that item already` }, { field: 'input.item' })
    }
    // Where it could lead stays known, so that one may decide otherwise.
    const kept = columns.candidates.length > 0 ? columns.candidates : row.candidates
    Object.assign(row, { ...columns, itemId: item_id, candidates: kept, choice, choiceItemId: itemId })
    await ctx.db.save(ItemImportRow, row)
    await ctx.db.query(
      `update item_import_row set outcome = $3, item_id = $4 where import_id = $1 and lead_number = $2 and outcome <> 'REFUSED'`,
      [id, number, row.outcome, row.itemId],
    )
    await this.recount(ctx, id)
    return row
  }

  /**
   * Decides alike about all doubtful rows that nobody has decided about: SKIP or NEW_ITEM, or SAME_ITEM for those with one candidate. The rows are judged
   * anew in the background. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, IMPORT_NOT_NOW.
   */
  async decideAll(ctx: WriteCtx, { id, choice }: { id: string; choice: ImportChoice }): Promise<ItemImport> {
    const it = await this.lock(ctx, id, ['PREVIEWED'])
    await ctx.db.query(
      `update item_import_row set choice = $2, choice_item_id = case when $2 = 'SAME_ITEM' then candidates[1] end
       where import_id = $1 and outcome = 'DOUBTFUL' and choice is null and lead_number is null
         and ($2 <> 'SAME_ITEM' or cardinality(candidates) = 1)`,
      [id, choice],
    )
    return this.start(ctx, it, 'READING', 'import.preview', { id }, {})
  }

  /** Looks at the register again. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, IMPORT_NOT_NOW. */
  async previewAgain(ctx: WriteCtx, { id }: { id: string }, options = {}): Promise<ItemImport> {
    const it = await this.lock(ctx, id, ['PREVIEWED', 'UNDONE'])
    if (it.state === 'UNDONE') {
      await ctx.db.query(
        'update item_import_row set done = null, is_undone = false, item_id = null where import_id = $1 and is_undone',
        [id],
      )
    }
    return this.start(ctx, it, 'READING', 'import.preview', { id }, options)
  }

  /**
   * Takes what the preview showed into the register, in one transaction; doubtful rows that nobody has decided about are skipped. [IM-4]
   * Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, IMPORT_NOT_NOW, STALE, IMPORT_NOTHING.
   */
  async apply(
    ctx: WriteCtx,
    { id, expectedRevision }: { id: string; expectedRevision?: number | null },
    options = {},
  ): Promise<ItemImport> {
    const it = await this.lock(ctx, id, ['PREVIEWED'])
    if (expectedRevision != null && it.revision !== expectedRevision) {
      throw refuse('STALE', { revision: it.revision }, { details: { current: it } })
    }
    const [{ count }] = (await ctx.db.query(
      'select count(*)::int as count from item_import_row where import_id = $1 and plan is not null',
      [id],
    )) as [{ count: number }]
    if (count === 0) throw refuse('IMPORT_NOTHING')
    return this.start(ctx, { ...it, appliedBy: ctx.viewer.personId }, 'APPLYING', 'import.apply', { id }, options)
  }

  /** Asks the work under way to end; what it has done is not kept. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, IMPORT_NOT_NOW. */
  async cancel(ctx: WriteCtx, { id }: { id: string }): Promise<ItemImport> {
    const it = await this.lock(ctx, id, ['READING', 'PREVIEWED', 'APPLYING', 'UNDOING', 'REFUSED'])
    const isAtWork = it.state !== 'PREVIEWED' && it.state !== 'REFUSED'
    const changes = isAtWork ? { isCancelAsked: true } : { state: 'CANCELLED' as const }
    await ctx.db.update(ItemImport, { id }, { ...changes, revision: it.revision + 1 })
    return Object.assign(it, changes, { revision: it.revision + 1 })
  }

  /**
   * Takes an import out of the register again, as a whole. When something of it was changed or cited since, that is told and nothing is done, unless
   * `isPartial` leaves those rows as they are. [IM-7] Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, IMPORT_NOT_NOW.
   */
  async undo(
    ctx: WriteCtx,
    { id, isPartial }: { id: string; isPartial?: boolean | null },
    options = {},
  ): Promise<ItemImport> {
    const it = await this.lock(ctx, id, ['APPLIED'])
    const work = { id, isPartial: isPartial ?? false }
    return this.start(ctx, { ...it, undoneBy: ctx.viewer.personId }, 'UNDOING', 'import.undo', work, options)
  }

  private async start(
    ctx: WriteCtx,
    it: ItemImport,
    state: ImportState,
    job: string,
    work: Work,
    { isQueued = true }: { isQueued?: boolean },
  ): Promise<ItemImport> {
    const { appliedBy, undoneBy } = it
    const changes = {
      state,
      progressDone: 0,
      progressTotal: 0,
      isCancelAsked: false,
      refusal: null,
      appliedBy,
      undoneBy,
      revision: it.revision + 1,
    }
    await ctx.db.update(ItemImport, { id: it.id }, changes)
    if (isQueued) await this.jobs.send<Work>(ctx, job, work)
    return Object.assign(it, changes)
  }

  private async recount(ctx: WriteCtx, id: string): Promise<void> {
    await ctx.db.query(
      `update item_import set revision = revision + 1,
              counts = (select jsonb_object_agg(outcome, count) from
                         (select outcome, count(*) from item_import_row where import_id = $1 group by outcome) c)
       where id = $1`,
      [id],
    )
  }

  /** The import, held until the transaction ends, in one of the states that the verb begins in. */
  private async lock(ctx: WriteCtx, id: string, states: readonly ImportState[]): Promise<ItemImport> {
    this.access.require(ctx, 'import.run', null)
    const it = await ctx.db.findOne(ItemImport, { where: { id }, lock: { mode: 'pessimistic_write' } })
    if (!it) throw refuse('NOT_FOUND', {}, { field: 'input.id' })
    if (!states.includes(it.state)) throw refuse('IMPORT_NOT_NOW', { state: it.state })
    return it
  }
}

/** The last part of a path, without what a screen cannot show. */
function fileNameOf(given: string): string {
  const name = (given.split(/[/\\]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .toWellFormed()
    .trim()
  return [...name].slice(0, longestName).join('').slice(0, longestName) || 'file'
}
