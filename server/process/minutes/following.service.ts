import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { RecordWords } from '#schema/document/index.js'
import type { RecordKind } from '#schema/vocabulary/documents.js'
import { wordsFor } from '#schema/words/index.js'
import { EVENTS_CHANNEL } from '#server/common/activity/index.js'
import { Texts } from '#server/drafting/collaboration/index.js'
import { system, type WriteCtx } from '#server/platform/context/index.js'
import { inTransaction, Listener, queryRows } from '#server/platform/database/index.js'
import { reportFault } from '#server/platform/errors/index.js'
import { Clock } from '#server/platform/time/index.js'
import { MinutesText, type TextOfMinutes } from './minutes-text.service.js'

/** So many rows at once; the next turn takes the others. */
const AT_ONCE = 50
/** Waits for what comes together. */
const QUIET_MS = 200

/** A row that says something else than the minutes, or that they do not have yet. */
interface Behind {
  readonly documentId: string
  readonly kind: RecordKind
  /** The rows that it may be known by, that of a new record first: somebody's presence has several. */
  readonly rowIds: readonly string[]
  readonly revision: number
  readonly text: string
  readonly outcome: string
  readonly holder: string
  /** The record that it is; null when the minutes do not have it. */
  readonly record: string | null
  /** What the minutes said when both agreed last. */
  readonly textBefore: string | null
  /** What came of it then. */
  readonly outcomeBefore: string | null
  readonly agendaItemId: string | null
}

const behind = `
  with rows as (
    select 'DECISION' as kind, array[d.id] as ids, d.revision, d.text, d.kind as outcome, '' as holder, d.meeting_id, d.agenda_item_id, d.visibility from decision d
    union all
    select 'RESERVATION', array[r.id], r.revision, r.text, r.kind, coalesce(r.organisation, ''), r.meeting_id, r.agenda_item_id, r.visibility from reservation r
    union all
    select 'ACTION', array[a.id], a.revision, a.text, a.state, coalesce(a.owner_words, ''), a.meeting_id, a.agenda_item_id, a.visibility from action_item a
    union all
    -- Whoever was in the room for some of it was in the room; without an outcome they were not there after all.
    select 'ATTENDANCE', array_agg(p.id order by p.id), sum(p.revision)::int, f.name || coalesce(', ' || r.affiliation, ''),
      case when bool_and(p.is_removed) then '' when bool_or(p.mode = 'ONSITE' and not p.is_removed) then 'ONSITE' else 'REMOTE' end,
      f.name, p.meeting_id, null, case when coalesce(r.consents, false) then 'PARTICIPANTS' else 'MANAGEMENT' end
    from minutes o join document w on w.id = o.document_id and w.frozen_at is null join presence p on p.meeting_id = o.meeting_id join person_profile f on f.person_id = p.person_id
      left join registration r on r.meeting_id = p.meeting_id and r.person_id = p.person_id
    group by p.meeting_id, p.person_id, f.name, r.affiliation, r.consents
    union all
    select 'PATENT_QUESTION', array[q.id], q.revision,
      left(coalesce((select string_agg(a ->> 'text', E'\\n') from jsonb_array_elements(q.answers) a), q.note, $1), 5000),
      case when q.answers = '[]' then 'NOTHING_DECLARED' else 'ANSWERED' end, '', q.meeting_id, null, o.visibility
    from patent_question q join meeting o on o.id = q.meeting_id where q.was_asked
  )
  select m.document_id as "documentId", x.kind, x.ids as "rowIds", x.revision, x.text, x.outcome, x.holder,
    k.id as record, k.text as "textBefore", k.outcome as "outcomeBefore", x.agenda_item_id as "agendaItemId"
  -- What is frozen stays as it is, until its meeting is opened again.
  from minutes m join document t on t.id = m.document_id and t.frozen_at is null
    join rows x on x.meeting_id = m.meeting_id
    left join minutes_record k on k.kind = x.kind and k.row_id = any(x.ids)
  where (k.row_revision < x.revision or k.id is null and x.outcome <> '')
    -- What not all who read the minutes may see is not told there; of somebody who is named there already only whether they were there is.
    and (breadth_of(x.visibility) >= breadth_of(t.visibility) or x.kind = 'ATTENDANCE' and k.id is not null)
  order by m.document_id, x.ids limit ${AT_ONCE}`

/** Of a question that was asked and to which nobody said anything. */
const nothingDeclared = wordsFor('en')('minutes.nothingDeclared')

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

  /** Writes what the minutes lack, until they lack nothing. Processes take turns. */
  async follow(): Promise<void> {
    for (;;) {
      const found = await queryRows<Behind>(this.dataSource.manager, behind, [nothingDeclared])
      if (found.length === 0) return
      for (const [documentId, rows] of Map.groupBy(found, (row) => row.documentId)) await this.write(documentId, rows)
      if (found.length < AT_ONCE) return
    }
  }

  /** One text at a time: an edit holds it until the transaction ends. */
  private write(documentId: string, rows: readonly Behind[]): Promise<void> {
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
      const said = await this.read.read(documentId)
      for (const row of rows) await this.one(ctx, said, row)
    })
  }

  private async one(ctx: WriteCtx, said: TextOfMinutes, row: Behind): Promise<void> {
    const { documentId, kind, rowIds, revision, text, outcome, holder } = row
    // Somebody kept it meanwhile.
    const [now] = await queryRows<{ revision: number }>(
      ctx.db,
      'select row_revision as revision from minutes_record where kind = $1 and row_id = any($2::uuid[])',
      [kind, rowIds],
    )
    if (now && now.revision >= revision) return
    const words: Required<RecordWords> = { kind, text, outcome, holder, due: '' }
    if (row.record === null) {
      const clause = await this.clauseFor(ctx, said, row)
      if (clause === null) return
      const [made] = await queryRows<{ id: string }>(
        ctx.db,
        `insert into minutes_record (id, document_id, kind, row_id, row_revision, text, outcome, holder, due, kept_at)
         values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, '', $8) returning id`,
        [documentId, kind, rowIds[0], revision, text, outcome, holder, ctx.now],
      )
      await this.texts.edit(ctx, documentId, 'addRecord', clause, made!.id, words)
      return
    }
    if (kind === 'ATTENDANCE') return this.presence(ctx, row, row.record)
    const there = said.records.find(({ record }) => record === row.record)
    // Somebody is writing there: when they leave it, what they wrote becomes the row's.
    const isUntouched = there?.text.trim() === row.textBefore
    await ctx.db.query(
      `update minutes_record set row_revision = $2, outcome = $4, text = case when $5 then $3 else text end where id = $1`,
      [row.record, revision, text, outcome, isUntouched],
    )
    if (isUntouched) await this.texts.edit(ctx, documentId, 'writeRecord', row.record, { text, outcome })
  }

  /**
   * Whether somebody was there: their words in the minutes stay. Who was noted by mistake is a record no longer, and their paragraph an ordinary one;
   * whoever the minutes call excused was not there anyway. [RC-7]
   */
  private async presence(ctx: WriteCtx, row: Behind, record: string): Promise<void> {
    const { documentId, revision, outcome, outcomeBefore } = row
    if (outcome === '' && outcomeBefore !== 'EXCUSED') {
      await ctx.db.query('delete from minutes_record where id = $1', [record])
      await this.texts.edit(ctx, documentId, 'releaseRecord', record)
      return
    }
    const now = outcome || outcomeBefore!
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
