import { Injectable } from '@nestjs/common'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { isOverAt } from '#server/process/meetings/index.js'
import { ContributionNews } from './contribution-news.service.js'
import type { Contribution } from './contribution.entity.js'
import { ContributionSource } from './contribution-source.entity.js'
import { ContributionsAtWork } from './contributions-at-work.service.js'
import { plainName } from './cover.js'
import { Cosigner } from './cosigner.entity.js'
import { affiliationToday, membersAmong } from './members.reads.js'

/** Signing together: a member of another organisation is asked, and answers for it. [CN-4] */
@Injectable()
export class Cosigning {
  constructor(
    private readonly atWork: ContributionsAtWork,
    private readonly news: ContributionNews,
  ) {}

  /**
   * Asks somebody to sign with the sources; who declined can be asked again. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN, CONTRIBUTION_STATE,
   * CONTRIBUTION_MEETING_OVER, SAME_ORGANISATION, BAD_INPUT (nobody knows where they belong).
   */
  async invite(ctx: WriteCtx, input: { id: string; personId: string }): Promise<Contribution> {
    const field = 'input.personId'
    const atWork = await this.atWork.take(ctx, input.id, 'INVITE')
    const { contribution, group } = atWork
    if (!(await membersAmong(ctx, group, [input.personId])).has(input.personId))
      throw refuse('NOT_FOUND', {}, { field })
    const own = await affiliationToday(ctx, group, input.personId)
    if (!own) throw refuse('BAD_INPUT', { detail: 'nobody has said to which organisation they belong' }, { field })
    const sources = await ctx.db.findBy(ContributionSource, { contributionId: contribution.id })
    const isSource = sources.some(
      ({ label, organisationId }) =>
        plainName(label) === plainName(own.label) || (organisationId !== null && organisationId === own.organisationId),
    )
    if (isSource) throw refuse('SAME_ORGANISATION', { name: own.label }, { field })
    const key = { contributionId: contribution.id, personId: input.personId }
    const before = await ctx.db.findOneBy(Cosigner, key)
    if (before && before.state !== 'DECLINED') return contribution
    const asked = { state: 'INVITED' as const, invitedBy: ctx.viewer.personId, invitedAt: ctx.now, answeredAt: null }
    if (before) await ctx.db.update(Cosigner, before.id, asked)
    else {
      const { label, organisationId } = own
      await ctx.db.insert(Cosigner, { id: newId(), ...key, label, organisationId, ...asked })
    }
    await this.atWork.record(ctx, 'contribution.cosignerInvited', atWork, {}, 'MANAGEMENT')
    await this.news.tell(ctx, [input.personId], 'COSIGN_ASKED', atWork, { organisation: own.label })
    return contribution
  }

  /** Answers an invitation. Refuses: NOT_FOUND, SIGN_IN_REQUIRED, FORBIDDEN (not asked), CONTRIBUTION_STATE, CONTRIBUTION_MEETING_OVER. */
  async answer(ctx: WriteCtx, input: { id: string; accepts: boolean }): Promise<Contribution> {
    const atWork = await this.atWork.lock(ctx, input.id)
    const { contribution, meeting } = atWork
    const { personId } = ctx.viewer
    if (personId === null) throw refuse('SIGN_IN_REQUIRED')
    const cosigner = await ctx.db.findOneBy(Cosigner, { contributionId: contribution.id, personId })
    if (!cosigner) throw refuse('FORBIDDEN')
    if (meeting && isOverAt(meeting, ctx.now)) {
      throw refuse('CONTRIBUTION_MEETING_OVER', { endsOn: meeting.endsOn })
    }
    if (contribution.state === 'WITHDRAWN' || contribution.state === 'LAPSED') throw refuse('CONTRIBUTION_STATE')
    const state = input.accepts ? 'ACCEPTED' : 'DECLINED'
    if (cosigner.state === state) return contribution
    await ctx.db.update(Cosigner, cosigner.id, { state, answeredAt: ctx.now })
    if (input.accepts) await this.atWork.record(ctx, 'contribution.cosigned', atWork)
    else {
      // That somebody was on the cover was seen by all; that they never were is told to few.
      const seenBy = cosigner.state === 'ACCEPTED' ? atWork.scope.visibility : 'MANAGEMENT'
      await this.atWork.record(ctx, 'contribution.cosigningDeclined', atWork, {}, seenBy)
    }
    return contribution
  }
}
