import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Visibility } from '#server/common/access/index.js'
import { Texts } from '#server/drafting/collaboration/index.js'
import { SharedDocument } from '#server/drafting/documents/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { queryRows } from '#server/platform/database/index.js'
import { agendaByMeeting } from '#server/process/agenda/index.js'
import { narrower } from '#server/process/groups/index.js'
import { MinutesClause } from './minutes.entity.js'
import type { TextOfMinutes } from './minutes-text.service.js'
import { placeOfClause } from './new-clauses.js'
import type { AgendaRow } from './seed.js'

/**
 * The rows of an agenda that all who read minutes may see: what not all of them may is not told there, nor what hangs from it. In reading order.
 * [RC-6, GR-3]
 */
export function rowsForReaders<Row extends AgendaRow & { readonly visibility: Visibility }>(
  agenda: readonly Row[],
  visibility: Visibility,
): Row[] {
  const seen = new Set<string | null>([null])
  return agenda.filter((row) => {
    const isSeen = seen.has(row.parentId) && narrower(row.visibility, visibility) === visibility
    if (isSeen) seen.add(row.id)
    return isSeen
  })
}

/** Minutes that lack a clause for a row of their agenda. */
export const agendasBehind = (db: EntityManager): Promise<{ documentId: string; meetingId: string }[]> =>
  queryRows(
    db,
    `select m.document_id as "documentId", m.meeting_id as "meetingId" from minutes m join document t on t.id = m.document_id and t.frozen_at is null
     where exists (select from agenda_item a where a.meeting_id = m.meeting_id and a.removed_at is null
       and breadth_of(a.visibility) >= breadth_of(t.visibility)
       and not exists (select from minutes_clause c where c.document_id = m.document_id and c.agenda_item_id = a.id))`,
    [],
  )

/** Clauses for rows that came on the agenda after the minutes were opened. [RC-13] */
@Injectable()
export class NewClauses {
  constructor(private readonly texts: Texts) {}

  /** Adds those that minutes lack, each at its place. The minutes are locked. */
  async add(ctx: WriteCtx, documentId: string, meetingId: string, said: TextOfMinutes): Promise<void> {
    const { visibility } = await ctx.db.findOneByOrFail(SharedDocument, { id: documentId })
    const rows = rowsForReaders(await agendaByMeeting(ctx).load(meetingId), visibility)
    const known = await ctx.db.findBy(MinutesClause, { documentId })
    const clauseOf = new Map(known.map(({ agendaItemId, clauseId }) => [agendaItemId, clauseId]))
    const clauses = [...said.clauses]
    for (const row of rows) {
      if (clauseOf.has(row.id)) continue
      const place = placeOfClause(row, rows, clauseOf, clauses)
      const clauseId = await this.texts.edit(ctx, documentId, 'addClause', place, row.title)
      if (clauseId === null) continue
      await ctx.db.insert(MinutesClause, { documentId, clauseId, agendaItemId: row.id })
      clauseOf.set(row.id, clauseId)
      const above = clauses.find(({ id }) => id === place.parent)?.above ?? []
      clauses.push({ id: clauseId, above: place.parent === null ? [] : [place.parent, ...above] })
    }
  }
}
