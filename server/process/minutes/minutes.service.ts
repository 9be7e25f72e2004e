import { randomInt } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Not } from 'typeorm'
import * as Y from 'yjs'
import {
  insertClauses,
  schemaVersion,
  seeded,
  setForm,
  stampVersion,
  type RecordInText,
} from '#schema/document/index.js'
import type { LabelMode } from '#schema/vocabulary/documents.js'
import { outcomeOf } from '#schema/vocabulary/records.js'
import { wordsFor } from '#schema/words/index.js'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import { Texts } from '#server/drafting/collaboration/index.js'
import { Documents, SharedDocument } from '#server/drafting/documents/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { agendaByMeeting } from '#server/process/agenda/index.js'
import { Groups, labelsOf, narrower, StandardsGroup } from '#server/process/groups/index.js'
import { Meeting, requireUnclosed } from '#server/process/meetings/index.js'
import { MinutesClause, Minutes } from './minutes.entity.js'
import { MinutesRecord } from './minutes-record.entity.js'
import { MinutesText } from './minutes-text.service.js'
import { rowsForReaders } from './new-clauses.service.js'
import { Takers, type Told } from './takers.service.js'
import { flattened, minutesClauses } from './seed.js'

/** The verbs on minutes. What is written in them: the room `collaboration`. */
@Injectable()
export class MinutesOfMeetings {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
    private readonly groups: Groups,
    private readonly documents: Documents,
    private readonly texts: Texts,
    private readonly read: MinutesText,
    private readonly takers: Takers,
  ) {}

  /**
   * Opens the minutes of a meeting with a clause for each row of its agenda. Once; they are as visible as the meeting, at most for those who take
   * part until then. [RC-6] Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, MEETING_CANCELLED, MEETING_CLOSED, MINUTES_OPEN.
   */
  async open(ctx: WriteCtx, given: { readonly group: string; readonly meeting: number }): Promise<Minutes> {
    const group = await this.groups.lockBySlug(ctx, given.group.replaceAll('\0', ''))
    const meeting = await ctx.db.findOneBy(Meeting, { groupId: group.id, number: given.meeting })
    if (!meeting) throw refuse('NOT_FOUND', {}, { field: 'input.meeting' })
    const seen = narrower(meeting.visibility, group.visibility)
    this.access.require(ctx, 'decisions.record', { groupId: group.id, visibility: seen })
    const visibility = narrower(seen, 'PARTICIPANTS')
    if (meeting.state === 'CANCELLED') throw refuse('MEETING_CANCELLED', {}, { field: 'input.meeting' })
    requireUnclosed(meeting, { field: 'input.meeting' })
    if (await ctx.db.existsBy(Minutes, { meetingId: meeting.id })) throw refuse('MINUTES_OPEN')

    const words = wordsFor(meeting.workingLanguage === 'en' ? 'en' : ctx.language)
    const document = await this.documents.open(ctx, {
      groupId: group.id,
      kind: 'MINUTES',
      title: words('minutes.titleOf', { meeting: meeting.title }).slice(0, 500),
      schemaVersion,
      visibility,
      isExample: group.isExample,
    })
    const clauses = minutesClauses(words, rowsForReaders(await agendaByMeeting(ctx).load(meeting.id), visibility))
    const { update, ids } = textOf(clauses, labelsOf(group))
    await this.texts.seed(ctx, document.id, update)
    const minutes = Object.assign(new Minutes(), {
      meetingId: meeting.id,
      documentId: document.id,
      openedAt: ctx.now,
      openedById: ctx.viewer.personId,
    })
    await ctx.db.insert(Minutes, minutes)
    const rows = flattened(clauses).flatMap(({ agendaItemId }, at) =>
      agendaItemId ? [{ documentId: document.id, clauseId: ids[at]!, agendaItemId }] : [],
    )
    if (rows.length > 0) await ctx.db.insert(MinutesClause, rows)
    await this.activity.record(ctx, {
      verb: 'minutes.opened',
      object: { type: 'meeting', id: meeting.id },
      groupId: group.id,
      visibility,
    })
    return minutes
  }

  /**
   * Keeps a record as the stored text says it: makes its row, or lets the row say the same. A copy of one that is kept elsewhere is a record of its
   * own. [RC-2, RC-3] Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, MINUTES_FROZEN, MEETING_CLOSED, RECORD_NOT_STORED, TEXT_MISSING, TEXT_TOO_LONG, RECORD_FIXED, RECORD_TWICE, and what the verb on
   * its row refuses.
   */
  async keep(ctx: WriteCtx, given: { readonly document: string; readonly record: string }): Promise<MinutesRecord> {
    const { document, meeting, group } = await this.take(ctx, given.document)
    const { records, clauses } = await this.read.read(document.id)
    const found = records.find(({ record }) => record === given.record)
    if (!found) throw refuse('RECORD_NOT_STORED')
    if (found.text.trim() === '') throw refuse('TEXT_MISSING')
    const held = await ctx.db.findOneBy(MinutesRecord, { id: found.record })
    const isCopy = held !== null && held.documentId !== document.id
    const id = isCopy ? newId() : found.record

    const above = clauses.find(({ id: clause }) => clause === found.clause)?.above ?? []
    const agendaItemId = await this.rowOf(ctx, document.id, [found.clause, ...above])
    const told: Told = {
      group,
      meeting,
      agendaItemId,
      kind: found.kind,
      text: found.text.trim(),
      outcome: outcomeOf(found.kind, found.outcome),
      holder: found.holder,
      due: found.due,
    }
    const { row, holderId } = await this.takers.take(ctx, told, isCopy ? null : held)
    if (row) await this.onlyOne(ctx, { id, kind: found.kind, rowId: row.id }, records)
    const kept = Object.assign(new MinutesRecord(), {
      id,
      documentId: document.id,
      kind: found.kind,
      rowId: row?.id ?? null,
      rowRevision: row?.revision ?? null,
      text: told.text,
      outcome: told.outcome,
      holder: told.holder,
      holderId,
      due: told.due,
      keptAt: ctx.now,
      keptById: ctx.viewer.personId,
    })
    await ctx.db.upsert(MinutesRecord, kept, ['id'])
    // Last: nothing else is stored in the text until this is committed.
    if (isCopy) await this.nameAnew(ctx, document.id, found, id)
    return kept
  }

  /** Puts a record that the text has lost back at its end. [RC-4] Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, MEETING_CLOSED. */
  async putBack(ctx: WriteCtx, given: { readonly document: string; readonly record: string }): Promise<MinutesRecord> {
    const { document } = await this.take(ctx, given.document)
    const held = await ctx.db.findOneBy(MinutesRecord, { id: given.record, documentId: document.id })
    if (!held) throw refuse('NOT_FOUND', {}, { field: 'input.record' })
    const { records, clauses } = await this.read.read(document.id)
    const last = clauses.at(-1)
    if (last && !records.some(({ record }) => record === held.id)) {
      const { kind, text, outcome, holder, due } = held
      await this.texts.edit(ctx, document.id, 'addRecord', last.id, held.id, { kind, text, outcome, holder, due })
    }
    return held
  }

  /** Minutes that somebody changes, their meeting and group. One at a time: two windows keep one record once. [MT-14] */
  private async take(ctx: WriteCtx, documentId: string) {
    const minutes = await ctx.db.findOne(Minutes, { where: { documentId }, lock: { mode: 'pessimistic_write' } })
    const document = minutes && (await ctx.db.findOneBy(SharedDocument, { id: documentId }))
    if (!document) throw refuse('NOT_FOUND', {}, { field: 'input.document' })
    // Whoever could write in them learns why they cannot now.
    this.access.require(ctx, 'document.edit', { ...document, frozenAt: null })
    if (document.frozenAt) throw refuse('MINUTES_FROZEN')
    const meeting = await ctx.db.findOneByOrFail(Meeting, { id: minutes.meetingId })
    requireUnclosed(meeting)
    const group = await ctx.db.findOneByOrFail(StandardsGroup, { id: meeting.groupId })
    return { document, meeting, group }
  }

  /** One row is told once: a record that the text has lost gives way to the one that tells it now. [RC-7] Refuses: RECORD_TWICE. */
  private async onlyOne(
    ctx: WriteCtx,
    { id, kind, rowId }: Pick<MinutesRecord, 'id' | 'kind' | 'rowId'>,
    records: readonly RecordInText[],
  ): Promise<void> {
    const other = await ctx.db.findOneBy(MinutesRecord, { kind, rowId: rowId!, id: Not(id) })
    if (!other) return
    if (records.some(({ record }) => record === other.id))
      throw refuse('RECORD_TWICE', { text: other.text.slice(0, 80) })
    await ctx.db.delete(MinutesRecord, other.id)
  }

  /**
   * Part of erasing a person: wherever a record names them, as the one who does it, holds it or was there, their name goes from the text and from what is
   * kept of it; record and row stay, as those of a former member. A version that was frozen before keeps what it says, for it is a proof. [RC-14, PE-2]
   */
  async forget(ctx: WriteCtx, personId: string): Promise<void> {
    const named = (await ctx.db.query(
      `select k.id, k.document_id as "documentId", k.kind from minutes_record k
         left join presence p on k.kind = 'ATTENDANCE' and p.id = k.row_id
         left join action_item a on k.kind = 'ACTION' and a.id = k.row_id
         left join reservation r on k.kind = 'RESERVATION' and r.id = k.row_id
       where $1 in (k.holder_id, p.person_id, a.owner_id, r.holder_id) order by k.document_id, k.id`,
      [personId],
    )) as Pick<MinutesRecord, 'id' | 'documentId' | 'kind'>[]
    const former = wordsFor('en')('minutes.formerMember')
    for (const { id, documentId, kind } of named) {
      // Who was there is told by words that say nothing else.
      const said = kind === 'ATTENDANCE' ? { text: former, holder: '' } : { holder: former }
      await ctx.db.update(MinutesRecord, id, { ...said, holderId: personId })
      await this.texts.edit(ctx, documentId, 'writeRecord', id, said)
    }
  }

  /** The row of the agenda that the nearest of these clauses is for. */
  private async rowOf(ctx: WriteCtx, documentId: string, clauses: readonly string[]): Promise<string | null> {
    const rows = await ctx.db.findBy(MinutesClause, { documentId })
    const byClause = new Map(rows.map(({ clauseId, agendaItemId }) => [clauseId, agendaItemId]))
    for (const clause of clauses) if (byClause.has(clause)) return byClause.get(clause)!
    return null
  }

  private async nameAnew(ctx: WriteCtx, documentId: string, { clause, block }: RecordInText, record: string) {
    await this.texts.edit(ctx, documentId, 'nameRecords', [{ clause, block, record }])
  }
}

/** The first text of minutes, and the ids that its clauses got. */
function textOf(
  clauses: Parameters<typeof insertClauses>[2],
  labels: LabelMode,
): { update: Uint8Array; ids: string[] } {
  const doc = new Y.Doc({ gc: false })
  const seed = randomInt(1, 2 ** 31)
  doc.clientID = seed
  stampVersion(doc)
  setForm(doc, { labels })
  const ids = insertClauses(doc, { parent: null }, clauses, { random: seeded(seed) })
  return { update: Y.encodeStateAsUpdate(doc), ids }
}
