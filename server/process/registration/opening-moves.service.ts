import { Injectable } from '@nestjs/common'
import type { Ctx, WriteCtx } from '#server/platform/context/index.js'
import { dayIn, daysAfter, daysBetween } from '#server/platform/time/index.js'
import type { MeetingChange, MovesToo, MovingSource } from '#server/process/meetings/index.js'
import { Desks } from './desks.service.js'
import { RegistrationOffer } from './registration-offer.entity.js'

/** The day on which registration opens goes with its meeting, unless it is over: who is registered stays so. [RG-1, MT-15] */
@Injectable()
export class OpeningMoves implements MovingSource {
  constructor(private readonly desks: Desks) {}

  async seen(ctx: Ctx, change: MeetingChange): Promise<MovesToo[]> {
    const moved = await this.moved(ctx, change)
    return moved ? [{ code: 'REGISTRATION_OPENS', args: { beforeOn: moved.beforeOn, afterOn: moved.afterOn } }] : []
  }

  async carryOut(ctx: WriteCtx, change: MeetingChange): Promise<void> {
    const moved = await this.moved(ctx, change)
    if (!moved) return
    const { offer, afterOn: opensOn } = moved
    const { meetingId, revision, placesOnsite: places } = offer
    await ctx.db.update(RegistrationOffer, { meetingId }, { opensOn, revision: revision + 1 })
    const desk = await this.desks.at(ctx, meetingId, offer)
    await this.desks.record(ctx, desk, 'registration.offered', { opensOn, places, isChange: true })
  }

  /** Null when nothing is offered, no day was set, people can register already, or the meeting stays. */
  private async moved(ctx: Ctx, { group, meeting, before, after }: MeetingChange) {
    const by = daysBetween(before.startsOn, after.startsOn)
    const offer = by === 0 ? null : await ctx.db.findOneBy(RegistrationOffer, { meetingId: meeting.id })
    const beforeOn = offer?.opensOn ?? null
    if (!offer || beforeOn === null || beforeOn <= dayIn(ctx.now, group.deadlineZone)) return null
    return { offer, beforeOn, afterOn: daysAfter(beforeOn, by) }
  }
}
