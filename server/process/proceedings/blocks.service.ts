import { Injectable } from '@nestjs/common'
import type { BlockOutcome } from '#schema/vocabulary/proceedings.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId, revise } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { agendaByMeeting, BlockApprovals } from '#server/process/agenda/index.js'
import { optionalTextOf } from '#server/process/groups/index.js'
import { RoomBlock, RoomBlockRow } from './room-block.entity.js'
import { RoomsAtWork, type RoomAtWork } from './room-at-work.service.js'

/** Approving many rows at once: the chair proposes, anybody may pull a row out, the rest is approved. [RO-6] */
@Injectable()
export class Blocks {
  constructor(
    private readonly rooms: RoomsAtWork,
    private readonly approvals: BlockApprovals,
  ) {}

  /** Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, ROOM_CLOSED, ROOM_REHEARSES, BLOCK_OPEN when there is one, BLOCK_EMPTY. */
  async propose(
    ctx: WriteCtx,
    input: { meetingId: string; itemIds: readonly string[]; outcome: BlockOutcome },
  ): Promise<RoomAtWork> {
    const at = await this.enter(ctx, input.meetingId, 'lead')
    if (await ctx.db.existsBy(RoomBlock, { meetingId: input.meetingId, state: 'PROPOSED' })) throw refuse('BLOCK_OPEN')
    const wanted = new Set(input.itemIds)
    const rows = (await agendaByMeeting(ctx).load(input.meetingId)).filter(
      ({ id, progress }) => wanted.has(id) && progress !== 'DONE',
    )
    if (rows.length === 0) throw refuse('BLOCK_EMPTY')
    const id = newId()
    const { meetingId, outcome } = input
    await ctx.db.insert(RoomBlock, {
      id,
      meetingId,
      outcome,
      state: 'PROPOSED',
      proposedAt: ctx.now,
      settledAt: null,
      revision: 1,
    })
    await ctx.db.insert(
      RoomBlockRow,
      rows.map((row) => ({ blockId: id, itemId: row.id, pulledBy: null, pulledAt: null, reason: null })),
    )
    await this.rooms.record(ctx, at, 'room.blockProposed', { count: rows.length, outcome })
    return at
  }

  /** Takes one row out of the proposal, under one's name. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, ROOM_CLOSED, TEXT_TOO_LONG, BLOCK_SETTLED. */
  async pull(ctx: WriteCtx, input: { blockId: string; itemId: string; reason?: string | null }): Promise<RoomAtWork> {
    const { at } = await this.take(ctx, input.blockId, 'takePart')
    const reason = optionalTextOf(input.reason, 500, 'input.reason')
    const row = await ctx.db.findOneBy(RoomBlockRow, { blockId: input.blockId, itemId: input.itemId })
    if (!row) throw refuse('NOT_FOUND')
    if (row.pulledBy) return at
    await ctx.db.update(
      RoomBlockRow,
      { blockId: input.blockId, itemId: input.itemId },
      { pulledBy: ctx.viewer.personId!, pulledAt: ctx.now, reason },
    )
    await ctx.db.increment(RoomBlock, { id: input.blockId }, 'revision', 1)
    const item = (await agendaByMeeting(ctx).load(at.meeting.id)).find(({ id }) => id === input.itemId)
    await this.rooms.record(ctx, at, 'room.blockPulled', { number: item?.number ?? '' })
    return at
  }

  /**
   * Approves all rows that nobody pulled out: each gets the outcome and is done. Whoever pulled one in the same moment is heard: the chair is told
   * STALE and looks again. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, ROOM_CLOSED, STALE, BLOCK_SETTLED, BLOCK_EMPTY.
   */
  async approve(ctx: WriteCtx, input: { blockId: string; expectedRevision: number }): Promise<RoomAtWork> {
    const { at, block } = await this.take(ctx, input.blockId, 'lead')
    await revise(ctx.db, RoomBlock, block.id, input.expectedRevision, { state: 'APPROVED', settledAt: ctx.now })
    const kept = new Set(
      (await ctx.db.findBy(RoomBlockRow, { blockId: block.id }))
        .filter((row) => !row.pulledBy)
        .map(({ itemId }) => itemId),
    )
    const items = (await agendaByMeeting(ctx).load(at.meeting.id)).filter(({ id }) => kept.has(id))
    if (items.length === 0) throw refuse('BLOCK_EMPTY')
    await ctx.db.query(
      `update agenda_item set outcome = $2, progress = 'DONE', revision = revision + 1 where id = any($1::uuid[])`,
      [items.map(({ id }) => id), block.outcome],
    )
    const { outcome } = block
    const told = { blockId: block.id, meetingId: at.meeting.id, groupId: at.group.id, outcome, items }
    await this.approvals.tell(ctx, told)
    const numbers = items.map(({ number }) => number).join(', ')
    await this.rooms.record(ctx, at, 'room.blockApproved', { numbers, count: items.length, outcome })
    return at
  }

  /** Takes the proposal back. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, ROOM_CLOSED, BLOCK_SETTLED. */
  async withdraw(ctx: WriteCtx, blockId: string): Promise<RoomAtWork> {
    const { at, block } = await this.take(ctx, blockId, 'lead')
    await ctx.db.update(RoomBlock, block.id, { state: 'WITHDRAWN', settledAt: ctx.now, revision: block.revision + 1 })
    await this.rooms.record(ctx, at, 'room.blockWithdrawn')
    return at
  }

  private async enter(ctx: WriteCtx, meetingId: string, permission: 'lead' | 'takePart'): Promise<RoomAtWork> {
    const at = await this.rooms.enter(ctx, meetingId, permission)
    if (at.state === 'REHEARSAL') throw refuse('ROOM_REHEARSES')
    return at
  }

  private async take(ctx: WriteCtx, blockId: string, permission: 'lead' | 'takePart') {
    const found = await ctx.db.findOneBy(RoomBlock, { id: blockId })
    if (!found) throw refuse('NOT_FOUND')
    const at = await this.enter(ctx, found.meetingId, permission)
    const block = await ctx.db.findOneByOrFail(RoomBlock, { id: blockId })
    if (block.state !== 'PROPOSED') throw refuse('BLOCK_SETTLED')
    return { at, block }
  }
}
