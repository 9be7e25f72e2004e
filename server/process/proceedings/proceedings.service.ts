import { Injectable } from '@nestjs/common'
import type { AgendaOutcome } from '#schema/vocabulary/agenda.js'
import type { RoomStep } from '#schema/vocabulary/proceedings.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { dayIn } from '#server/platform/time/index.js'
import { agendaByMeeting, AgendaVisits, type NumberedItem } from '#server/process/agenda/index.js'
import { stateOn } from '#server/process/meetings/index.js'
import { MeetingRoom } from './meeting-room.entity.js'
import { RoomsAtWork, type RoomAtWork } from './room-at-work.service.js'
import { rowBeside } from './room-steps.js'

export interface MoveRoom {
  readonly meetingId: string
  /** Revision of the room that the chair saw. */
  readonly expectedRevision: number
  readonly step?: RoomStep | null
  readonly to?: string | null
  readonly number?: string | null
  /** The row that is left is done. */
  readonly finish?: boolean | null
  readonly outcome?: AgendaOutcome | null
}

/** The chair's verbs on where the room is. */
@Injectable()
export class Proceedings {
  constructor(
    private readonly rooms: RoomsAtWork,
    private readonly visits: AgendaVisits,
  ) {}

  /**
   * Moves the room: a step, to a row, or to a number; the row that is left may be finished with an outcome. With nowhere to go it stays, finished or
   * not; when it was where is kept. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, ROOM_CLOSED, ROOM_HAS_MOVED when somebody else was faster, ROOM_NO_SUCH_ROW,
   * ROOM_REHEARSES when a row is to be finished. [RO-2, RO-3, RO-10]
   */
  async move(ctx: WriteCtx, input: MoveRoom): Promise<RoomAtWork> {
    const at = await this.rooms.enter(ctx, input.meetingId, 'lead')
    const { room } = at
    const rows = await agendaByMeeting(ctx).load(input.meetingId)
    const here = rows.find(({ id }) => id === room.itemId) ?? null
    if (room.revision !== input.expectedRevision) throw refuse('ROOM_HAS_MOVED', { number: here?.number ?? '' })
    const there = targetOf(rows, room, input)
    if (at.state === 'REHEARSAL') {
      if (input.finish) throw refuse('ROOM_REHEARSES')
    } else {
      if (here) await leave(ctx, here, room, input)
      if (there) await begin(ctx, there)
      await this.visits.go(ctx, at.meeting, there?.id ?? null)
    }
    await ctx.db.update(MeetingRoom, room.id, {
      itemId: there?.id ?? null,
      since: ctx.now,
      revision: room.revision + 1,
    })
    if (input.finish && here) {
      await this.rooms.record(ctx, at, 'room.finished', {
        number: here.number,
        outcome: input.outcome ?? here.outcome,
      })
    }
    if (there && there.id !== here?.id) await this.rooms.record(ctx, at, 'room.moved', { number: there.number })
    return at
  }

  /** Opens a room before its meeting, to try it out. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, ROOM_NOT_TO_REHEARSE. [RO-1] */
  async rehearse(ctx: WriteCtx, meetingId: string): Promise<RoomAtWork> {
    const at = await this.rooms.take(ctx, meetingId, 'lead')
    if (at.state !== 'CLOSED') throw refuse('ROOM_NOT_TO_REHEARSE')
    const day = stateOn(at.meeting, dayIn(ctx.now, at.meeting.zone))
    if (day !== 'PLANNED' && day !== 'ANNOUNCED') throw refuse('ROOM_NOT_TO_REHEARSE')
    await ctx.db.update(MeetingRoom, meetingId, { isRehearsal: true, revision: at.room.revision + 1 })
    await this.rooms.record(ctx, at, 'room.rehearsalBegan')
    return at
  }

  /** Ends a rehearsal; where the room was and who asked to speak is forgotten. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, ROOM_NOT_TO_REHEARSE. [RO-1] */
  async endRehearsal(ctx: WriteCtx, meetingId: string): Promise<RoomAtWork> {
    const at = await this.rooms.take(ctx, meetingId, 'lead')
    if (at.state !== 'REHEARSAL') throw refuse('ROOM_NOT_TO_REHEARSE')
    await ctx.db.query('delete from speech where meeting_id = $1 and is_rehearsal', [meetingId])
    await ctx.db.update(MeetingRoom, meetingId, {
      isRehearsal: false,
      isListOpen: true,
      itemId: null,
      since: ctx.now,
      revision: at.room.revision + 1,
    })
    await this.rooms.record(ctx, at, 'room.rehearsalEnded')
    return at
  }
}

/** Where the room is to go; where there is no more, it stays. */
function targetOf(
  rows: readonly NumberedItem[],
  room: MeetingRoom,
  { step, to, number }: MoveRoom,
): NumberedItem | null {
  const here = rows.find(({ id }) => id === room.itemId) ?? null
  if (step) return rowBeside(rows, here?.id ?? null, step) ?? here
  if (!to && !number) return here
  const there = rows.find((row) => (to ? row.id === to : row.number === number!.trim().replace(/\.$/, '')))
  if (!there) throw refuse('ROOM_NO_SUCH_ROW', { number: number ?? '' }, { field: 'input.number' })
  return there
}

/** Adds the time of this visit to the row that is left. */
async function leave(
  ctx: WriteCtx,
  row: NumberedItem,
  room: MeetingRoom,
  { finish, outcome }: MoveRoom,
): Promise<void> {
  const seconds = Math.max(0, Math.round((ctx.now.getTime() - room.since.getTime()) / 1000))
  await ctx.db.query(
    `update agenda_item set spent_seconds = spent_seconds + $2, progress = case when $3 then 'DONE' else progress end,
       outcome = coalesce($4, outcome), revision = revision + case when $3 then 1 else 0 end where id = $1`,
    [row.id, seconds, finish ?? false, finish ? (outcome ?? null) : null],
  )
}

const begin = (ctx: WriteCtx, row: NumberedItem): Promise<unknown> =>
  ctx.db.query(`update agenda_item set progress = 'OPEN' where id = $1 and progress = 'NOT_BEGUN'`, [row.id])
