import { Injectable } from '@nestjs/common'
import { IsNull } from 'typeorm'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId } from '#server/platform/database/index.js'
import { dayIn, endOfDayExclusive } from '#server/platform/time/index.js'
import type { Meeting } from '#server/process/meetings/index.js'
import { AgendaVisit } from './agenda-visit.entity.js'

/** Notes at which row the room is. The room where a meeting sits calls it; who leads there was asked before. [RO-10] */
@Injectable()
export class AgendaVisits {
  /**
   * The room goes to a row, or to none. Staying at the same row goes on with the same visit, the next day begins another; one that took no time was
   * none.
   */
  async go(ctx: WriteCtx, { id: meetingId, zone }: Pick<Meeting, 'id' | 'zone'>, itemId: string | null): Promise<void> {
    const open = await ctx.db.findOneBy(AgendaVisit, { meetingId, toAt: IsNull() })
    if (open) {
      const night = endOfDayExclusive(dayIn(open.fromAt, zone), zone)
      const toAt = night < ctx.now ? night : ctx.now
      if (open.itemId === itemId && toAt === ctx.now) return
      if (toAt > open.fromAt) await ctx.db.update(AgendaVisit, open.id, { toAt })
      else await ctx.db.delete(AgendaVisit, open.id)
    }
    if (itemId !== null) {
      await ctx.db.insert(AgendaVisit, { id: newId(), meetingId, itemId, fromAt: ctx.now, toAt: null })
    }
  }
}
