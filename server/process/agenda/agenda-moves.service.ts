import { Injectable } from '@nestjs/common'
import type { Ctx, WriteCtx } from '#server/platform/context/index.js'
import { revise } from '#server/platform/database/index.js'
import { Meeting, type MeetingChange, type MovesToo, type MovingSource } from '#server/process/meetings/index.js'
import { AgendaPlan } from './agenda-plan.entity.js'
import { Agendas } from './agenda.service.js'
import { movedSittings } from './moved-sittings.js'

/** The hours of an agenda go with their meeting. [AG-8, MT-15] */
@Injectable()
export class AgendaMoves implements MovingSource {
  constructor(private readonly agendas: Agendas) {}

  async seen(ctx: Ctx, change: MeetingChange): Promise<MovesToo[]> {
    const { moved } = await this.changed(ctx, change)
    return moved.map(({ on: beforeOn, from, to, afterOn }): MovesToo =>
      afterOn
        ? { code: 'SITTING', args: { beforeOn, from, to, afterOn } }
        : { code: 'SITTING_GOES', args: { beforeOn, from, to } },
    )
  }

  async carryOut(ctx: WriteCtx, change: MeetingChange): Promise<void> {
    const { plan, moved } = await this.changed(ctx, change)
    if (!plan || moved.length === 0) return
    const { id, revision } = plan
    const sittings = plan.sittings.flatMap((sitting) => {
      const found = moved.find(({ on, from }) => on === sitting.on && from === sitting.from)
      if (!found) return [sitting]
      return found.afterOn ? [{ ...sitting, on: found.afterOn }] : []
    })
    await revise(ctx.db, AgendaPlan, id, revision, { sittings })
    const meeting = await ctx.db.findOneByOrFail(Meeting, { id })
    const { group } = change
    await this.agendas.record(ctx, { meeting, group }, 'agenda.hoursSet', { count: sittings.length }, 'PUBLIC')
  }

  /** The sittings that do not stay where they are. */
  private async changed(ctx: Ctx, { meeting, before, after }: MeetingChange) {
    const plan = await ctx.db.findOneBy(AgendaPlan, { id: meeting.id })
    const moved = movedSittings(plan?.sittings ?? [], before, after).filter(({ on, afterOn }) => on !== afterOn)
    return { plan, moved }
  }
}
