import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import type { Ctx, WriteCtx } from '#server/platform/context/index.js'
import { revise } from '#server/platform/database/index.js'
import { explainStanding, standingAt, type KeyDate } from '#server/process/deadlines/index.js'
import type { MeetingChange, MovesToo, MovingSource } from '#server/process/meetings/index.js'
import { Contribution } from './contribution.entity.js'
import { ContributionsAtWork } from './contributions-at-work.service.js'

/**
 * How contributions stand when the deadline of their meeting changes: what came late and is on time by the new date is on time; what came in time stays
 * so. [CN-8]
 */
@Injectable()
export class StandingMoves implements MovingSource {
  constructor(private readonly atWork: ContributionsAtWork) {}

  async seen(ctx: Ctx, change: MeetingChange): Promise<MovesToo[]> {
    const { judged } = await this.judged(ctx, change)
    return judged.map(({ number, standing }) => ({
      code: standing === 'LATE_PENDING' ? 'NOW_ON_TIME' : 'WOULD_BE_LATE',
      args: { number },
    }))
  }

  async carryOut(ctx: WriteCtx, change: MeetingChange): Promise<void> {
    const { deadline, judged } = await this.judged(ctx, change)
    for (const { id } of judged.filter(({ standing }) => standing === 'LATE_PENDING')) {
      const atWork = await this.atWork.lock(ctx, id)
      const { revision, submittedAt } = atWork.contribution
      const contribution = await revise(ctx.db, Contribution, id, revision, {
        standing: 'ON_TIME',
        standingReason: explainStanding(submittedAt!, deadline!),
      })
      await this.atWork.record(ctx, 'contribution.onTimeNow', { ...atWork, contribution })
    }
  }

  /** Those that would stand otherwise by the new date, in the order of their numbers. Held and admitted ones were decided on; nobody undoes that here. */
  private async judged(
    ctx: Ctx,
    { meeting, dates }: MeetingChange,
  ): Promise<{ deadline: KeyDate | null; judged: Contribution[] }> {
    const deadline = dates.find(({ obligation }) => obligation === 'CONTRIBUTIONS') ?? null
    if (!deadline) return { deadline, judged: [] }
    const handedIn = await ctx.db.find(Contribution, {
      where: { meetingId: meeting.id, state: 'SUBMITTED', standing: In(['ON_TIME', 'LATE_PENDING']) },
      order: { number: 'ASC' },
    })
    const judged = handedIn.filter(
      ({ submittedAt, standing }) => submittedAt !== null && standingAt(submittedAt, deadline) !== standing,
    )
    return { deadline, judged }
  }
}
