import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { Access } from '#server/common/access/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { groupsById, narrower, type StandardsGroup } from '#server/process/groups/index.js'
import { leastCallDays, stateAt } from './call-days.js'
import type { ConsensusAnswer } from './consensus-answer.entity.js'
import { ConsensusCall } from './consensus-call.entity.js'
import { answersOfCall, callByNumber, callsByGroup } from './consensus-calls.loader.js'
import { ConsensusCalls, type OpenConsensusCall } from './consensus-calls.service.js'
import { decisionsById } from './decisions.loader.js'
import { personOf } from './person-of.js'
import { affiliationLabels, reservationsById } from './reservations.loader.js'
import { Subjects } from './subjects.service.js'

@Resolver('ConsensusCall')
export class ConsensusCallResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly access: Access,
    private readonly verbs: ConsensusCalls,
    private readonly subjects: Subjects,
  ) {}

  @Query('consensusCall')
  consensusCall(@Args() { group, number }: { group: string; number: number }, @Context() ctx: Ctx) {
    return callByNumber(ctx, group, number)
  }

  @Mutation('openConsensusCall')
  open(@Args('input') input: OpenConsensusCall & { idempotencyKey: string }, @Context() ctx: Ctx) {
    return this.unit.writeOnce(
      ctx,
      { key: input.idempotencyKey, verb: 'consensus.opened', input },
      (tx) => this.verbs.open(tx, input),
      (tx, id) => tx.db.findOneByOrFail(ConsensusCall, { id }),
    )
  }

  @Mutation('answerConsensusCall')
  answer(@Args('input') input: Parameters<ConsensusCalls['answer']>[1], @Context() ctx: Ctx) {
    return this.unit.write(ctx, (tx) => this.verbs.answer(tx, input))
  }

  @Mutation('ratifyConsensusCall')
  ratify(@Args('input') input: Parameters<ConsensusCalls['ratify']>[1], @Context() ctx: Ctx) {
    return this.unit.write(ctx, (tx) => this.verbs.ratify(tx, input))
  }

  @Mutation('withdrawConsensusCall')
  withdraw(@Args('input') input: Parameters<ConsensusCalls['withdraw']>[1], @Context() ctx: Ctx) {
    return this.unit.write(ctx, (tx) => this.verbs.withdraw(tx, input))
  }

  @ResolveField('group')
  group(@Parent() { groupId }: ConsensusCall, @Context() ctx: Ctx) {
    return groupsById(ctx).load(groupId)
  }

  @ResolveField('subject')
  subject(@Parent() call: ConsensusCall, @Context() ctx: Ctx) {
    return this.subjects.shown(ctx, call)
  }

  @ResolveField('state')
  state(@Parent() call: ConsensusCall, @Context() ctx: Ctx) {
    return stateAt(call, ctx.now)
  }

  @ResolveField('decision')
  decision(@Parent() { decisionId }: ConsensusCall, @Context() ctx: Ctx) {
    return decisionId && decisionsById(ctx).load(decisionId)
  }

  @ResolveField('answers')
  answers(@Parent() { id }: ConsensusCall, @Context() ctx: Ctx) {
    return answersOfCall(ctx).load(id)
  }

  @ResolveField('openedBy')
  openedBy(@Parent() { openedById }: ConsensusCall) {
    return personOf(openedById)
  }

  @ResolveField('visibility')
  async visibility(@Parent() { groupId, visibility }: ConsensusCall, @Context() ctx: Ctx) {
    const group = await groupsById(ctx).load(groupId)
    return group ? narrower(visibility, group.visibility) : visibility
  }

  @ResolveField('viewerMay')
  async viewerMay(@Parent() call: ConsensusCall, @Context() ctx: Ctx): Promise<string[]> {
    const visibility = await this.visibility(call, ctx)
    return this.access.allowed(ctx, 'decisions', { groupId: call.groupId, visibility })
  }
}

@Resolver('ConsensusAnswer')
export class ConsensusAnswerResolver {
  @ResolveField('holder')
  holder(@Parent() { holderId }: ConsensusAnswer) {
    return personOf(holderId)
  }

  @ResolveField('affiliation')
  affiliation(@Parent() { affiliationId }: ConsensusAnswer, @Context() ctx: Ctx) {
    return affiliationId && affiliationLabels(ctx).load(affiliationId)
  }

  @ResolveField('objection')
  objection(@Parent() { reservationId }: ConsensusAnswer, @Context() ctx: Ctx) {
    return reservationId && reservationsById(ctx).load(reservationId)
  }
}

@Resolver('Group')
export class GroupCallsResolver {
  @ResolveField('consensusCalls')
  consensusCalls(@Parent() group: { readonly id: string }, @Context() ctx: Ctx) {
    return callsByGroup(ctx).load(group.id)
  }

  @ResolveField('consensusCallDays')
  consensusCallDays(@Parent() { ruleset }: StandardsGroup): number {
    return leastCallDays(ruleset)
  }
}
