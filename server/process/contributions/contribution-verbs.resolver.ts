import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { explain } from '#schema/words/explain.js'
import { wordsFor } from '#schema/words/index.js'
import { Access } from '#server/common/access/index.js'
import { WRITER, type SharedDocument } from '#server/drafting/documents/index.js'
import { Readings, type ReadClause } from '#server/drafting/reading/index.js'
import { UnitOfWork, type Ctx, type WriteCtx } from '#server/platform/context/index.js'
import { explainStanding, standingAt } from '#server/process/deadlines/index.js'
import { groupsById, purposesOf, scopeOf, type StandardsGroup } from '#server/process/groups/index.js'
import { isOverAt, shownKeyDate, type Meeting } from '#server/process/meetings/index.js'
import { Contribution } from './contribution.entity.js'
import {
  contactsByContribution,
  contributionsById,
  cosignersByContribution,
  revisionsByContribution,
  sourcesByContribution,
} from './contributions.loader.js'
import { actsForIt } from './contributions.resolver.js'
import { Contributions, type ReserveContribution, type UpdateContribution } from './contributions.service.js'
import { Cosigning } from './cosigning.service.js'
import { deadlineOf, HandingIn, type SubmitContribution } from './handing-in.service.js'
import { LateContributions, type SettleContribution } from './late-contributions.service.js'
import { helpersOf } from './members.reads.js'
import { Numbering } from './numbering.service.js'

@Resolver('Contribution')
export class ContributionVerbsResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly verbs: Contributions,
    private readonly handingIn: HandingIn,
    private readonly late: LateContributions,
    private readonly cosigning: Cosigning,
  ) {}

  @Mutation('reserveContribution')
  reserve(@Args('input') input: ReserveContribution & { idempotencyKey: string }, @Context() ctx: Ctx) {
    return this.unit.writeOnce(
      ctx,
      { key: input.idempotencyKey, verb: 'contribution.reserved', input },
      (tx) => this.verbs.reserve(tx, input),
      (tx, id) => tx.db.findOneByOrFail(Contribution, { id }),
    )
  }

  @Mutation('updateContribution')
  update(@Args('input') input: UpdateContribution, @Context() ctx: Ctx) {
    return this.changed(ctx, (tx) => this.verbs.update(tx, input))
  }

  @Mutation('writeContribution')
  async write(@Args('id') id: string, @Context() ctx: Ctx) {
    const contribution = await this.changed(ctx, (tx) => this.verbs.write(tx, id))
    // Who the viewer is was asked before the text was there: the rest of this call knows that they write in it.
    const standings = [...ctx.viewer.standings, { scopeId: contribution.documentId!, role: WRITER }]
    if (await actsForIt(ctx, contribution)) Object.assign(ctx, { viewer: { ...ctx.viewer, standings } })
    return contribution
  }

  @Mutation('submitContribution')
  submit(@Args('input') input: SubmitContribution, @Context() ctx: Ctx) {
    return this.changed(ctx, (tx) => this.handingIn.submit(tx, input))
  }

  @Mutation('reviseContribution')
  revise(@Args('input') input: SubmitContribution, @Context() ctx: Ctx) {
    return this.changed(ctx, (tx) => this.handingIn.revise(tx, input))
  }

  @Mutation('withdrawContribution')
  withdraw(@Args('input') input: SettleContribution, @Context() ctx: Ctx) {
    return this.changed(ctx, (tx) => this.verbs.withdraw(tx, input))
  }

  @Mutation('admitContribution')
  admit(@Args('input') input: SettleContribution, @Context() ctx: Ctx) {
    return this.changed(ctx, (tx) => this.late.admit(tx, input))
  }

  @Mutation('holdContribution')
  hold(@Args('input') input: SettleContribution, @Context() ctx: Ctx) {
    return this.changed(ctx, (tx) => this.late.hold(tx, input))
  }

  @Mutation('inviteCosigner')
  invite(@Args('input') input: { id: string; personId: string }, @Context() ctx: Ctx) {
    return this.changed(ctx, (tx) => this.cosigning.invite(tx, input))
  }

  @Mutation('answerCosigning')
  answer(@Args('input') input: { id: string; accepts: boolean }, @Context() ctx: Ctx) {
    return this.changed(ctx, (tx) => this.cosigning.answer(tx, input))
  }

  /** What this call has read of the contribution before is out of date after a change; a later mutation of the same request must not answer with it. */
  private async changed(ctx: Ctx, change: (tx: WriteCtx) => Promise<Contribution>): Promise<Contribution> {
    const contribution = await this.unit.write(ctx, change)
    for (const one of [contributionsById, sourcesByContribution, contactsByContribution])
      one(ctx).clear(contribution.id)
    for (const one of [cosignersByContribution, revisionsByContribution]) one(ctx).clear(contribution.id)
    return contribution
  }
}

@Resolver('ConcernedClause')
export class ConcernedClauseResolver {
  constructor(private readonly readings: Readings) {}

  @ResolveField('clause')
  async clause(
    @Parent() { document, clauseId }: { document: SharedDocument; clauseId: string | null },
    @Context() ctx: Ctx,
  ): Promise<ReadClause | null> {
    if (clauseId === null) return null
    return (await this.readings.during(ctx, document)).clauses.find(({ id }) => id === clauseId) ?? null
  }
}

@Resolver('Meeting')
export class MeetingOutlookResolver {
  constructor(private readonly numbering: Numbering) {}

  @ResolveField('contributionOutlook')
  async contributionOutlook(@Parent() meeting: Meeting, @Context() ctx: Ctx) {
    const group = (await groupsById(ctx).load(meeting.groupId))!
    const isOver = meeting.state === 'CANCELLED' || isOverAt(meeting, ctx.now)
    const deadline = await deadlineOf(ctx, meeting)
    const reason = deadline && !isOver ? explainStanding(ctx.now, deadline) : null
    return {
      number: await this.numbering.about(ctx, group, meeting.number),
      standing: deadline && !isOver ? standingAt(ctx.now, deadline) : null,
      reason: reason && { ...reason, text: explain(wordsFor(ctx.language), reason) },
      deadline: deadline && shownKeyDate(ctx, deadline),
      isOver,
    }
  }
}

@Resolver('Group')
export class GroupContributionsResolver {
  constructor(
    private readonly access: Access,
    private readonly numbering: Numbering,
  ) {}

  @ResolveField('viewerMayContribute')
  viewerMayContribute(@Parent() group: StandardsGroup, @Context() ctx: Ctx): boolean {
    return this.access.may(ctx, 'contribution.reserve', scopeOf(group))
  }

  @ResolveField('contributionPurposes')
  contributionPurposes(@Parent() group: StandardsGroup): readonly string[] {
    return purposesOf(group)
  }

  @ResolveField('nextContributionNumber')
  nextContributionNumber(@Parent() group: StandardsGroup, @Context() ctx: Ctx): Promise<string | null> {
    return this.numbering.about(ctx, group, null)
  }

  @ResolveField('contributionHelpers')
  contributionHelpers(@Parent() group: StandardsGroup, @Context() ctx: Ctx): Promise<{ id: string }[]> {
    return helpersOf(ctx, group)
  }
}
