import { Injectable } from '@nestjs/common'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import type { Ctx, WriteCtx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { dayIn } from '#server/platform/time/index.js'
import { narrower, StandardsGroup } from '#server/process/groups/index.js'
import { Meeting, stateOn } from '#server/process/meetings/index.js'
import type { RoomState } from '#schema/vocabulary/proceedings.js'
import { MeetingRoom } from './meeting-room.entity.js'
import { roomStateOf } from './room-states.js'

/** A room that somebody does something in. */
export interface RoomAtWork {
  readonly meeting: Meeting
  readonly group: StandardsGroup
  readonly room: MeetingRoom
  readonly state: RoomState
}

/** What all verbs of the room begin and end with. */
@Injectable()
export class RoomsAtWork {
  constructor(
    private readonly access: Access,
    private readonly activity: Activity,
  ) {}

  /**
   * The room, locked, once it is sure that the viewer may do this and that it is open. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, ROOM_CLOSED.
   */
  async enter(ctx: WriteCtx, meetingId: string, permission: 'lead' | 'takePart'): Promise<RoomAtWork> {
    const at = await this.take(ctx, meetingId, permission)
    if (at.state === 'CLOSED') throw refuse('ROOM_CLOSED', { startsOn: at.meeting.startsOn })
    return at
  }

  /** The same, open or not. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN. */
  async take(ctx: WriteCtx, meetingId: string, permission: 'lead' | 'takePart'): Promise<RoomAtWork> {
    const found = await this.look(ctx, meetingId, permission)
    await ctx.db.query('insert into meeting_room (id, since) values ($1, $2) on conflict do nothing', [
      meetingId,
      ctx.now,
    ])
    const room = await ctx.db.findOneOrFail(MeetingRoom, {
      where: { id: meetingId },
      lock: { mode: 'pessimistic_write' },
    })
    const day = stateOn(found.meeting, dayIn(ctx.now, found.meeting.zone))
    return { ...found, room, state: roomStateOf(day, room.isRehearsal) }
  }

  private async look(ctx: Ctx, meetingId: string, permission: 'lead' | 'takePart') {
    const meeting = await ctx.db.findOneBy(Meeting, { id: meetingId })
    if (!meeting) throw refuse('NOT_FOUND')
    const group = await ctx.db.findOneByOrFail(StandardsGroup, { id: meeting.groupId })
    const visibility = narrower(meeting.visibility, group.visibility)
    this.access.require(ctx, `room.${permission}`, { groupId: group.id, visibility })
    return { meeting, group }
  }

  /** Records what happened in a room, for those who may see the meeting. Numbers and codes only: a hidden row has no title here. */
  record(
    ctx: WriteCtx,
    { meeting, group }: RoomAtWork,
    verb: `room.${string}`,
    args: Record<string, unknown> = {},
  ): Promise<void> {
    return this.activity.record(ctx, {
      verb,
      object: { type: 'room', id: meeting.id },
      groupId: group.id,
      visibility: narrower(meeting.visibility, group.visibility),
      args,
    })
  }
}
