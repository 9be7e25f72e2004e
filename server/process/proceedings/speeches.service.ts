import { Injectable } from '@nestjs/common'
import { Access } from '#server/common/access/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { MeetingRoom } from './meeting-room.entity.js'
import { RoomsAtWork, type RoomAtWork } from './room-at-work.service.js'
import { inTurn } from './room-steps.js'
import { Speech } from './speech.entity.js'

/** Who speaks: asking, taking back, giving the floor. First come, first served, unless the chair orders otherwise. [RO-5] */
@Injectable()
export class Speeches {
  constructor(
    private readonly rooms: RoomsAtWork,
    private readonly access: Access,
  ) {}

  /**
   * Asks to speak; asking twice changes nothing. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, ROOM_CLOSED, SPEAKERS_CLOSED.
   */
  async ask(ctx: WriteCtx, input: { meetingId: string; isRemote?: boolean | null }): Promise<RoomAtWork> {
    const at = await this.rooms.enter(ctx, input.meetingId, 'takePart')
    const personId = ctx.viewer.personId!
    const waiting = await this.waiting(ctx, input.meetingId)
    if (waiting.some((one) => one.personId === personId)) return at
    if (!at.room.isListOpen) throw refuse('SPEAKERS_CLOSED')
    const highest = await ctx.db.maximum(Speech, 'position', { meetingId: input.meetingId })
    await ctx.db.insert(Speech, {
      id: newId(),
      meetingId: input.meetingId,
      itemId: at.room.itemId,
      personId,
      isRemote: input.isRemote ?? false,
      state: 'WAITING',
      position: (highest ?? 0) + 1,
      askedAt: ctx.now,
      beganAt: null,
      endedAt: null,
      isRehearsal: at.state === 'REHEARSAL',
    })
    await this.rooms.record(ctx, at, 'room.floorAsked')
    return at
  }

  /** Takes somebody off the list: themselves, or the chair. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, ROOM_CLOSED. */
  async withdraw(ctx: WriteCtx, id: string): Promise<RoomAtWork> {
    const { at, speech } = await this.take(ctx, id, 'takePart')
    const scope = { groupId: at.group.id, visibility: at.meeting.visibility }
    if (speech.personId !== ctx.viewer.personId && !this.access.may(ctx, 'room.lead', scope)) throw refuse('FORBIDDEN')
    if (speech.state !== 'WAITING') return at
    await ctx.db.update(Speech, id, { state: 'WITHDRAWN', endedAt: ctx.now })
    await this.rooms.record(ctx, at, 'room.floorWithdrawn')
    return at
  }

  /** Gives somebody the floor; whoever has it ends. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, ROOM_CLOSED. */
  async give(ctx: WriteCtx, id: string): Promise<RoomAtWork> {
    const { at, speech } = await this.take(ctx, id, 'lead')
    if (speech.state !== 'WAITING') return at
    await this.endPresent(ctx, at)
    await ctx.db.update(Speech, id, { state: 'SPEAKING', beganAt: ctx.now })
    await this.rooms.record(ctx, at, 'room.floorGiven')
    return at
  }

  /** Ends whoever speaks. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, ROOM_CLOSED. */
  async end(ctx: WriteCtx, id: string): Promise<RoomAtWork> {
    const { at, speech } = await this.take(ctx, id, 'lead')
    if (speech.state !== 'SPEAKING') return at
    await this.endPresent(ctx, at)
    await this.rooms.record(ctx, at, 'room.floorEnded')
    return at
  }

  /** Puts somebody before another on the list, or last. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, ROOM_CLOSED. */
  async reorder(ctx: WriteCtx, input: { id: string; before?: string | null }): Promise<RoomAtWork> {
    const { at } = await this.take(ctx, input.id, 'lead')
    const ids = (await this.waiting(ctx, at.meeting.id)).map(({ id }) => id)
    const order = inTurn(ids, input.id, input.before ?? null)
    await ctx.db.query(
      'update speech s set position = o.place from unnest($1::uuid[]) with ordinality o(id, place) where s.id = o.id',
      [order],
    )
    await this.rooms.record(ctx, at, 'room.listReordered')
    return at
  }

  /** Closes or opens the list; who is on it stays. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, ROOM_CLOSED. */
  async setList(ctx: WriteCtx, input: { meetingId: string; isOpen: boolean }): Promise<RoomAtWork> {
    const at = await this.rooms.enter(ctx, input.meetingId, 'lead')
    if (at.room.isListOpen === input.isOpen) return at
    await ctx.db.update(MeetingRoom, at.room.id, { isListOpen: input.isOpen })
    await this.rooms.record(ctx, at, 'room.listSet', { isOpen: String(input.isOpen) })
    return at
  }

  private async take(ctx: WriteCtx, id: string, permission: 'lead' | 'takePart') {
    const found = await ctx.db.findOneBy(Speech, { id })
    if (!found) throw refuse('NOT_FOUND')
    const at = await this.rooms.enter(ctx, found.meetingId, permission)
    return { at, speech: await ctx.db.findOneByOrFail(Speech, { id }) }
  }

  private waiting(ctx: WriteCtx, meetingId: string): Promise<Speech[]> {
    return ctx.db.find(Speech, { where: { meetingId, state: 'WAITING' }, order: { position: 'ASC', id: 'ASC' } })
  }

  private async endPresent(ctx: WriteCtx, { meeting }: RoomAtWork): Promise<void> {
    await ctx.db.update(Speech, { meetingId: meeting.id, state: 'SPEAKING' }, { state: 'DONE', endedAt: ctx.now })
  }
}
