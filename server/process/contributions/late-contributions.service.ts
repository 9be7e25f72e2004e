import { Injectable } from '@nestjs/common'
import { visibilities } from '#server/common/access/index.js'
import type { WriteCtx } from '#server/platform/context/index.js'
import { Params, queryRows, revise } from '#server/platform/database/index.js'
import { textOf } from '#server/process/groups/index.js'
import { Meeting } from '#server/process/meetings/index.js'
import { ContributionNews } from './contribution-news.service.js'
import { Contribution } from './contribution.entity.js'
import { hasLapsedSql } from './contributions.reads.js'
import { ContributionsAtWork } from './contributions-at-work.service.js'

export interface SettleContribution {
  readonly id: string
  readonly expectedRevision: number
  readonly reason?: string | null
}

/** Rows that one run looks at; the next run goes on. */
const MOST_OF_A_RUN = 500

/** What becomes of contributions that are late, and of numbers under which nothing came. [D-L-2, CN-1, CN-3] */
@Injectable()
export class LateContributions {
  constructor(
    private readonly atWork: ContributionsAtWork,
    private readonly news: ContributionNews,
  ) {}

  /** The meeting takes a late one all the same. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, STALE, CONTRIBUTION_STATE, CONTRIBUTION_MEETING_OVER, MEETING_CANCELLED, TEXT_MISSING, TEXT_TOO_LONG. */
  async admit(ctx: WriteCtx, input: SettleContribution): Promise<Contribution> {
    const atWork = await this.atWork.take(ctx, input.id, 'ADMIT')
    const changed = await revise(ctx.db, Contribution, input.id, input.expectedRevision, {
      standing: 'ADMITTED_LATE',
      ...this.settled(ctx, input),
    })
    await this.atWork.record(ctx, 'contribution.admitted', { ...atWork, contribution: changed })
    await this.news.tell(ctx, atWork.scope.hands, 'CONTRIBUTION_ADMITTED', atWork, { reason: changed.settledWhy! })
    return changed
  }

  /** Keeps a late one for the next meeting: with its number, and the instant at which it was handed in. Refuses: as `admit`, but for what ends with the meeting. */
  async hold(ctx: WriteCtx, input: SettleContribution): Promise<Contribution> {
    const atWork = await this.atWork.take(ctx, input.id, 'HOLD')
    const next = atWork.meeting && (await nextMeeting(ctx, atWork.meeting))
    const changed = await revise(ctx.db, Contribution, input.id, input.expectedRevision, {
      standing: 'HELD_FOR_NEXT',
      heldFromId: atWork.meeting?.id ?? null,
      meetingId: next?.id ?? null,
      ...this.settled(ctx, input),
    })
    const args = { next: next?.number ?? null }
    await this.atWork.record(ctx, 'contribution.held', { ...atWork, contribution: changed }, args)
    await this.news.tell(ctx, atWork.scope.hands, 'CONTRIBUTION_HELD', atWork, { reason: changed.settledWhy! })
    return changed
  }

  /** Ends numbers that were taken for a meeting that is over, and takes what was held to the next meeting once one is called. */
  async sweep(ctx: WriteCtx): Promise<{ lapsed: number; carried: number }> {
    const p = new Params()
    const lapsed = await queryRows<{ id: string }>(
      ctx.db,
      `select c.id from contribution c join meeting cm on cm.id = c.meeting_id where ${hasLapsedSql(ctx, p)} limit ${MOST_OF_A_RUN}`,
      p.values,
    )
    for (const { id } of lapsed) {
      const atWork = await this.atWork.lock(ctx, id)
      if (atWork.contribution.state !== 'RESERVED') continue
      const contribution = await revise(ctx.db, Contribution, id, atWork.contribution.revision, {
        state: 'LAPSED',
        endedAt: ctx.now,
      })
      await this.atWork.record(ctx, 'contribution.lapsed', { ...atWork, contribution })
    }
    const held = await heldWithoutMeeting(ctx)
    let carried = 0
    for (const { id, heldFromId } of held) {
      const from = await ctx.db.findOneBy(Meeting, { id: heldFromId! })
      const next = from && (await nextMeeting(ctx, from))
      if (!next) continue
      const atWork = await this.atWork.lock(ctx, id)
      if (atWork.contribution.meetingId !== null || atWork.contribution.state !== 'SUBMITTED') continue
      const contribution = await revise(ctx.db, Contribution, id, atWork.contribution.revision, { meetingId: next.id })
      await this.atWork.record(ctx, 'contribution.carried', { ...atWork, contribution }, { next: next.number })
      carried += 1
    }
    return { lapsed: lapsed.length, carried }
  }

  private settled(ctx: WriteCtx, { reason }: SettleContribution): Partial<Contribution> {
    return {
      settledBy: ctx.viewer.personId,
      settledAt: ctx.now,
      settledWhy: textOf(reason ?? '', 1000, 'input.reason'),
    }
  }
}

const heldWithoutMeeting = (ctx: WriteCtx): Promise<{ id: string; heldFromId: string }[]> =>
  queryRows(
    ctx.db,
    `select id, held_from_id as "heldFromId" from contribution
     where state = 'SUBMITTED' and standing = 'HELD_FOR_NEXT' and meeting_id is null and held_from_id is not null limit ${MOST_OF_A_RUN}`,
    [],
  )

/**
 * The meeting at which a group goes on after this one: not a preparatory or cancelled one, and none that is hidden from people who saw this one, or
 * what is held would vanish for them. Null while none is called. [CN-3]
 */
async function nextMeeting(ctx: WriteCtx, { groupId, startsOn, visibility }: Meeting): Promise<Meeting | null> {
  const asVisible = visibilities.slice(0, visibilities.indexOf(visibility) + 1)
  return ctx.db
    .createQueryBuilder(Meeting, 'm')
    .where('m.groupId = :groupId and m.startsOn > :startsOn', { groupId, startsOn })
    .andWhere(`m.state <> 'CANCELLED' and not m.isPreparatory and m.visibility in (:...asVisible)`, { asVisible })
    .orderBy('m.startsOn')
    .addOrderBy('m.number')
    .getOne()
}
