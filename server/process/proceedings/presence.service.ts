import { Injectable } from '@nestjs/common'
import type { WriteCtx } from '#server/platform/context/index.js'
import { RoomsAtWork, type RoomAtWork } from './room-at-work.service.js'
import { PRESENT_SECONDS } from './room-steps.js'

/** Whose screen shows the room. A sign of life, not an act: nothing of it is recorded. [RO-7] */
@Injectable()
export class Presence {
  constructor(private readonly rooms: RoomsAtWork) {}

  /** Says that one's screen shows the room. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, ROOM_CLOSED. */
  async attend(ctx: WriteCtx, input: { meetingId: string; isRemote?: boolean | null }): Promise<RoomAtWork> {
    const at = await this.rooms.enter(ctx, input.meetingId, 'takePart')
    await ctx.db.query(
      `insert into room_presence (meeting_id, person_id, is_remote, arrived_at, seen_at) values ($1, $2, $3, $4, $4)
       on conflict (meeting_id, person_id) do update set is_remote = excluded.is_remote, seen_at = excluded.seen_at,
         arrived_at = case when room_presence.seen_at > $5 then room_presence.arrived_at else excluded.arrived_at end`,
      [
        input.meetingId,
        ctx.viewer.personId,
        input.isRemote ?? false,
        ctx.now,
        new Date(ctx.now.getTime() - PRESENT_SECONDS * 1000),
      ],
    )
    return at
  }
}
