import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { outcomeOf } from '#schema/vocabulary/records.js'
import { EVENTS_CHANNEL } from '#server/common/activity/index.js'
import { Texts } from '#server/drafting/collaboration/index.js'
import { system, type WriteCtx } from '#server/platform/context/index.js'
import { inTransaction, Listener, queryRows } from '#server/platform/database/index.js'
import { reportFault } from '#server/platform/errors/index.js'
import { Clock } from '#server/platform/time/index.js'
import { agree } from './agreement.js'
import { AT_ONCE, rowsBehind, type Behind } from './behind.reads.js'
import { agendasBehind, NewClauses } from './new-clauses.service.js'
import { MinutesText, type TextOfMinutes } from './minutes-text.service.js'

/** Waits for what comes together. */
const QUIET_MS = 200

/**
 * Lets minutes follow the rows that they tell of: one that was changed on its own page, or made there, is written in the text. What somebody is
 * changing in the text at that time is left to them. [RC-3]
 */
@Injectable()
export class Following implements OnModuleInit, BeforeApplicationShutdown {
  private stopListening: (() => void) | null = null
  private timer: NodeJS.Timeout | null = null
  private running: Promise<void> = Promise.resolve()

  constructor(
    private readonly dataSource: DataSource,
    private readonly listener: Listener,
    private readonly clock: Clock,
    private readonly texts: Texts,
    private readonly read: MinutesText,
    private readonly newClauses: NewClauses,
  ) {}

  onModuleInit(): void {
    // Whatever happens to a row is an event.
    this.stopListening = this.listener.on(EVENTS_CHANNEL, () => {
      this.timer ??= setTimeout(() => {
        this.timer = null
        this.running = this.running.then(() =>
          // Going on is safe: the rows are still behind, so the next event finds them.
          this.follow().catch((error: unknown) => void reportFault('letting minutes follow the record', error)),
        )
      }, QUIET_MS)
    })
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopListening?.()
    if (this.timer) clearTimeout(this.timer)
    await this.running
  }

  /** Writes what the minutes lack, until they lack nothing: clauses for new rows of the agenda, then records. Processes take turns. */
  async follow(): Promise<void> {
    for (const { documentId, meetingId } of await agendasBehind(this.dataSource.manager))
      await this.write(documentId, (ctx, said) => this.newClauses.add(ctx, documentId, meetingId, said))
    for (;;) {
      const found = await rowsBehind(this.dataSource.manager)
      if (found.length === 0) return
      for (const [documentId, rows] of Map.groupBy(found, (row) => row.documentId))
        await this.write(documentId, async (ctx, said) => {
          for (const row of rows) await this.one(ctx, said, row)
        })
      if (found.length < AT_ONCE) return
    }
  }

  /** One text at a time: an edit holds it until the transaction ends. */
  private write(documentId: string, act: (ctx: WriteCtx, said: TextOfMinutes) => Promise<void>): Promise<void> {
    return inTransaction(this.dataSource, async (db, afterCommit) => {
      // Whoever keeps a record, or another process that follows, holds this row; what they are at is done before.
      await db.query('select from minutes where document_id = $1 for update', [documentId])
      const [open] = await queryRows(db, 'select 1 from document where id = $1 and frozen_at is null', [documentId])
      if (!open) return
      const ctx: WriteCtx = {
        viewer: system,
        now: this.clock.now(),
        language: 'en',
        db,
        afterCommit,
        requestId: `minutes ${documentId}`,
      }
      await act(ctx, await this.read.read(documentId))
    })
  }

  private async one(ctx: WriteCtx, said: TextOfMinutes, row: Behind): Promise<void> {
    const { documentId, kind, rowIds, revision, now, holderId, record } = row
    // Somebody kept it meanwhile.
    const [kept] = await queryRows<{ revision: number }>(
      ctx.db,
      'select row_revision as revision from minutes_record where kind = $1 and row_id = any($2::uuid[])',
      [kind, rowIds],
    )
    if (kept && kept.revision >= revision) return
    if (record === null || row.before === null) {
      const clause = await this.clauseFor(ctx, said, row)
      if (clause === null) return
      const { text, outcome, holder, due } = now
      const [made] = await queryRows<{ id: string }>(
        ctx.db,
        `insert into minutes_record (id, document_id, kind, row_id, row_revision, text, outcome, holder, holder_id, due, kept_at)
         values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
        [documentId, kind, rowIds[0], revision, text, outcome, holder, holderId, due, ctx.now],
      )
      await this.texts.edit(ctx, documentId, 'addRecord', clause, made!.id, { kind, ...now })
      return
    }
    if (kind === 'ATTENDANCE') return this.presence(ctx, row, record, row.before.outcome)
    const there = said.records.find((one) => one.record === record) ?? null
    const { write, held } = agree(row.before, there && { ...there, outcome: outcomeOf(kind, there.outcome) }, now)
    // What nobody said so far is said from now on.
    if (there?.outcome === '') write.outcome = held.outcome
    await ctx.db.query(
      'update minutes_record set row_revision = $2, text = $3, outcome = $4, holder = $5, holder_id = $6, due = $7 where id = $1',
      [record, revision, held.text, held.outcome, held.holder, holderId, held.due],
    )
    if (Object.keys(write).length > 0) await this.texts.edit(ctx, documentId, 'writeRecord', record, write)
  }

  /**
   * Whether somebody was there: their words in the minutes stay. Who was noted by mistake is a record no longer, and their paragraph an ordinary one;
   * whoever the minutes call excused was not there anyway. [RC-7]
   */
  private async presence(ctx: WriteCtx, row: Behind, record: string, outcomeBefore: string): Promise<void> {
    const {
      documentId,
      revision,
      now: { outcome },
    } = row
    if (outcome === '' && outcomeBefore !== 'EXCUSED') {
      await ctx.db.query('delete from minutes_record where id = $1', [record])
      await this.texts.edit(ctx, documentId, 'releaseRecord', record)
      return
    }
    const now = outcome || outcomeBefore
    await ctx.db.query('update minutes_record set row_revision = $2, outcome = $3 where id = $1', [
      record,
      revision,
      now,
    ])
    if (now !== outcomeBefore) await this.texts.edit(ctx, documentId, 'writeRecord', record, { outcome: now })
  }

  /** Where a row that was made elsewhere is told: in the clause that minutes have for it, or of its row of the agenda, or in the last one. */
  private async clauseFor(ctx: WriteCtx, said: TextOfMinutes, row: Behind): Promise<string | null> {
    // The first and the last but one, as minutes begin.
    if (row.kind === 'ATTENDANCE') return said.clauses[0]?.id ?? null
    if (row.kind === 'PATENT_QUESTION') return (said.clauses.at(-2) ?? said.clauses.at(-1))?.id ?? null
    const clauses = await queryRows<{ id: string }>(
      ctx.db,
      'select clause_id as id from minutes_clause where document_id = $1 and agenda_item_id = $2',
      [row.documentId, row.agendaItemId],
    )
    const known = clauses.find(({ id }) => said.clauses.some((clause) => clause.id === id))
    return known?.id ?? said.clauses.at(-1)?.id ?? null
  }
}
