import { Injectable } from '@nestjs/common'
import { agendaRowsMost } from '#schema/vocabulary/agenda.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { Meetings, type MeetingAtWork } from '#server/process/meetings/index.js'
import { AgendaItem } from './agenda-item.entity.js'
import { numbered } from './agenda-numbers.js'
import { AgendaRemoval } from './agenda-removal.entity.js'
import { moved, siblingsOf, takenOut } from './agenda-tree.js'
import { Agendas, place, rowsOf } from './agenda.service.js'

/** Taking rows out of an agenda, and putting them back. [AG-5, AG-11] */
@Injectable()
export class AgendaRemovals {
  constructor(
    private readonly agendas: Agendas,
    private readonly meetings: Meetings,
  ) {}

  /**
   * Takes a row out; those under it rise to its place. A row that something points to leaves a trace with the number it had. Refuses: NOT_FOUND,
   * FORBIDDEN, SIGN_IN_REQUIRED, STALE, MEETING_CANCELLED. [AG-5]
   */
  async remove(ctx: WriteCtx, input: { id: string; expectedRevision: number }): Promise<MeetingAtWork> {
    const { at, item } = await this.agendas.take(ctx, input.id)
    if (item.revision !== input.expectedRevision) {
      throw refuse('STALE', { revision: item.revision }, { details: { current: item } })
    }
    const rows = await rowsOf(ctx, item.meetingId)
    const { number } = numbered(rows).find(({ row }) => row.id === item.id)!
    const beside = siblingsOf(rows, item.parentId)
    await ctx.db.save(AgendaRemoval, {
      id: item.id,
      meetingId: item.meetingId,
      number,
      row: item,
      under: item.parentId,
      before: beside[beside.findIndex(({ id }) => id === item.id) + 1]?.id ?? null,
      rose: siblingsOf(rows, item.id).map(({ id }) => id),
      removedAt: ctx.now,
    })
    await place(ctx, takenOut(rows, item.id))
    const isGone = await deleteIfFree(ctx, item.id)
    if (!isGone) {
      await ctx.db.update(AgendaItem, item.id, { removedAt: ctx.now, removedNumber: number, parentId: null })
      await ctx.db.increment(AgendaItem, { id: item.id }, 'revision', 1)
    }
    await this.agendas.record(ctx, at, 'agenda.rowRemoved', { number }, item.visibility)
    return at
  }

  /**
   * Puts a row back where it stood, or as near as the agenda still has the place, and under it again what rose when it was taken out and still
   * stands where it rose to. Refuses: NOT_FOUND, FORBIDDEN, SIGN_IN_REQUIRED, MEETING_CANCELLED, MEETING_CLOSED, AGENDA_FULL. [AG-11]
   */
  async putBack(ctx: WriteCtx, id: string): Promise<MeetingAtWork> {
    const found = await ctx.db.findOneBy(AgendaRemoval, { id })
    if (!found) throw refuse('NOT_FOUND')
    const at = await this.meetings.take(ctx, found.meetingId, 'edit')
    // Somebody else may have put it back while this waited.
    const removal = await ctx.db.findOneBy(AgendaRemoval, { id })
    if (!removal) throw refuse('NOT_FOUND')
    await ctx.db.delete(AgendaRemoval, { id })
    const item = await this.standUp(ctx, removal)
    await this.stand(ctx, removal)
    await this.agendas.tell(ctx, at, 'agenda.rowPutBack', [item])
    return at
  }

  /** The row itself, at the end of the agenda: its trace again a row, or what was kept of it. */
  private async standUp(ctx: WriteCtx, { id, row, meetingId }: AgendaRemoval): Promise<AgendaItem> {
    const rows = await rowsOf(ctx, meetingId)
    if (rows.length >= agendaRowsMost) throw refuse('AGENDA_FULL', { limit: agendaRowsMost })
    const spot = { parentId: null, position: Math.max(0, ...rows.map(({ position }) => position)) + 1 }
    const trace = await ctx.db.findOneBy(AgendaItem, { id })
    if (trace) {
      await ctx.db.update(AgendaItem, id, { ...spot, removedAt: null, removedNumber: null })
      await ctx.db.increment(AgendaItem, { id }, 'revision', 1)
    } else {
      // Offered again since, the matter may have been taken over a second time: then this row is a new one.
      const isTaken =
        row.carriedFromId !== null &&
        (await ctx.db.existsBy(AgendaItem, { meetingId, carriedFromId: row.carriedFromId }))
      const kept = { ...row, ...spot, revision: row.revision + 1, ...(isTaken && { carriedFromId: null }) }
      await ctx.db.insert(AgendaItem, kept)
    }
    return ctx.db.findOneByOrFail(AgendaItem, { id })
  }

  /** Its place, as far as it is still there; then what hung from it. */
  private async stand(ctx: WriteCtx, { id, meetingId, under, before, rose }: AgendaRemoval): Promise<void> {
    let rows = await rowsOf(ctx, meetingId)
    const parent = rows.some((row) => row.id === under) ? under : null
    // What rose stands where it stood: before the first of it, then before what came behind it.
    const isBeside = (other: string | null) => rows.some((row) => row.id === other && row.parentId === parent)
    const next = [...rose, before].find((other) => other !== null && isBeside(other)) ?? null
    const spots = [
      { under: parent, before: next },
      { under: null, before: null },
    ]
    for (const spot of spots) {
      const places = moved(rows, id, spot)
      if (typeof places === 'string') continue
      await place(ctx, places)
      break
    }
    for (const child of rose) {
      rows = await rowsOf(ctx, meetingId)
      if (!rows.some((row) => row.id === child && row.parentId === parent)) continue
      const places = moved(rows, child, { under: id, before: null })
      if (typeof places !== 'string') await place(ctx, places)
    }
  }
}

/** Deletes a row unless something points to it: the database knows best what does. */
async function deleteIfFree(ctx: WriteCtx, id: string): Promise<boolean> {
  await ctx.db.query('savepoint removing')
  try {
    await ctx.db.query('delete from agenda_item where id = $1', [id])
    await ctx.db.query('release savepoint removing')
    return true
  } catch (error) {
    const isPointedTo = (error as { code?: string }).code === '23503'
    if (!isPointedTo) throw new Error('taking a row out of an agenda', { cause: error })
    await ctx.db.query('rollback to savepoint removing')
    return false
  }
}
