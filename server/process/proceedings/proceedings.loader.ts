import { groupBy, listLoader, loader } from '#server/platform/context/index.js'
import { MeetingRoom } from './meeting-room.entity.js'
import { RoomBlock, RoomBlockRow } from './room-block.entity.js'
import { RoomPresence } from './room-presence.entity.js'
import { PRESENT_SECONDS } from './room-steps.js'
import { Speech } from './speech.entity.js'

/** Rooms by meeting, reached through a meeting that the viewer sees; null while nobody has led it. */
export const roomsByMeeting = loader<string, MeetingRoom>(async (ctx, ids) => {
  const rows = await ctx.db
    .createQueryBuilder(MeetingRoom, 'r')
    .where('r.id = any(:ids)', { ids: [...ids] })
    .getMany()
  return new Map(rows.map((row) => [row.id, row]))
})

/** Who waits or speaks, in turn; the speaker first. */
export const queueByMeeting = listLoader<string, Speech>(async (ctx, ids) => {
  const rows = await ctx.db
    .createQueryBuilder(Speech, 's')
    .where(`s.meeting_id = any(:ids) and s.state in ('WAITING', 'SPEAKING')`, { ids: [...ids] })
    .orderBy('s.state', 'ASC')
    .addOrderBy('s.position', 'ASC')
    .addOrderBy('s.id', 'ASC')
    .getMany()
  return groupBy(rows, ({ meetingId }) => meetingId)
})

/** Who has spoken, latest first. */
export const spokenByMeeting = listLoader<string, Speech>(async (ctx, ids) => {
  const rows = await ctx.db
    .createQueryBuilder(Speech, 's')
    .where(`s.meeting_id = any(:ids) and s.state = 'DONE'`, { ids: [...ids] })
    .orderBy('s.ended_at', 'DESC')
    .getMany()
  return groupBy(rows, ({ meetingId }) => meetingId)
})

/** Whose screens show the room now, in the order in which they came. [RO-7] */
export const presentByMeeting = listLoader<string, RoomPresence>(async (ctx, ids) => {
  const rows = await ctx.db
    .createQueryBuilder(RoomPresence, 'p')
    .where('p.meeting_id = any(:ids) and p.seen_at > :since', {
      ids: [...ids],
      since: new Date(ctx.now.getTime() - PRESENT_SECONDS * 1000),
    })
    .orderBy('p.arrived_at', 'ASC')
    .addOrderBy('p.person_id', 'ASC')
    .getMany()
  return groupBy(rows, ({ meetingId }) => meetingId)
})

/** Proposals that wait to be approved. */
export const blocksByMeeting = loader<string, RoomBlock>(async (ctx, ids) => {
  const rows = await ctx.db
    .createQueryBuilder(RoomBlock, 'b')
    .where(`b.meeting_id = any(:ids) and b.state = 'PROPOSED'`, { ids: [...ids] })
    .getMany()
  return new Map(rows.map((row) => [row.meetingId, row]))
})

export const rowsByBlock = listLoader<string, RoomBlockRow>(async (ctx, ids) => {
  const rows = await ctx.db
    .createQueryBuilder(RoomBlockRow, 'r')
    .where('r.block_id = any(:ids)', { ids: [...ids] })
    .getMany()
  return groupBy(rows, ({ blockId }) => blockId)
})
