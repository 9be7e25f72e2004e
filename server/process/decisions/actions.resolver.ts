import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { Access } from '#server/common/access/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { pageArgs, type PageInput } from '#server/platform/graphql/index.js'
import { dayIn } from '#server/platform/time/index.js'
import { agendaItemsById } from '#server/process/agenda/index.js'
import { groupsById } from '#server/process/groups/index.js'
import { meetingsById } from '#server/process/meetings/index.js'
import { ActionItem } from './action-item.entity.js'
import { actionSteps, isOverdue } from './action-states.js'
import type { ActionStep } from './action-step.entity.js'
import {
  actionByNumber,
  actionsByDecision,
  actionsByMeeting,
  actionsToReport,
  countActions,
  listActions,
  openActionsOf,
  stepsOfAction,
  type ActionFilter,
  type ActionList,
} from './actions.loader.js'
import { Actions, type RecordAction } from './actions.service.js'
import { decisionsById } from './decisions.loader.js'
import { visibilityOf } from './decisions.resolver.js'
import type { PatentQuestion } from './patent-question.entity.js'
import { patentQuestionOf, PatentQuestions, type RecordPatentQuestion } from './patent-questions.service.js'
import { personOf } from './person-of.js'

@Resolver('ActionItem')
export class ActionResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly access: Access,
    private readonly verbs: Actions,
  ) {}

  @Query('actions')
  actions(
    @Args() { filter, ...page }: PageInput & { filter?: ActionFilter | null },
    @Context() ctx: Ctx,
  ): Promise<ActionList> {
    return listActions(ctx, filter ?? {}, pageArgs(page))
  }

  @Query('action')
  action(@Args() { group, number }: { group: string; number: number }, @Context() ctx: Ctx) {
    return actionByNumber(ctx, group, number)
  }

  @Mutation('recordAction')
  record(@Args('input') input: RecordAction & { idempotencyKey: string }, @Context() ctx: Ctx): Promise<ActionItem> {
    return this.unit.writeOnce(
      ctx,
      { key: input.idempotencyKey, verb: 'action.recorded', input },
      (tx) => this.verbs.record(tx, input),
      (tx, id) => tx.db.findOneByOrFail(ActionItem, { id }),
    )
  }

  @Mutation('updateAction')
  update(@Args('input') input: Parameters<Actions['update']>[1], @Context() ctx: Ctx): Promise<ActionItem> {
    return this.unit.write(ctx, (tx) => this.verbs.update(tx, input))
  }

  @Mutation('moveAction')
  move(@Args('input') input: Parameters<Actions['move']>[1], @Context() ctx: Ctx): Promise<ActionItem> {
    return this.unit.write(ctx, (tx) => this.verbs.move(tx, input))
  }

  @ResolveField('group')
  group(@Parent() { groupId }: ActionItem, @Context() ctx: Ctx) {
    return groupsById(ctx).load(groupId)
  }

  @ResolveField('owner')
  owner(@Parent() { ownerId }: ActionItem) {
    return personOf(ownerId)
  }

  @ResolveField('dueMeeting')
  dueMeeting(@Parent() { dueMeetingId }: ActionItem, @Context() ctx: Ctx) {
    return dueMeetingId && meetingsById(ctx).load(dueMeetingId)
  }

  @ResolveField('isOverdue')
  async isOverdue(@Parent() action: ActionItem, @Context() ctx: Ctx): Promise<boolean> {
    const [group, due] = await Promise.all([
      groupsById(ctx).load(action.groupId),
      action.dueMeetingId === null ? null : meetingsById(ctx).load(action.dueMeetingId),
    ])
    const today = dayIn(ctx.now, due?.zone ?? group?.deadlineZone ?? 'UTC')
    return isOverdue(action.state, due?.endsOn ?? action.dueOn, today)
  }

  @ResolveField('decision')
  decision(@Parent() { decisionId }: ActionItem, @Context() ctx: Ctx) {
    return decisionId && decisionsById(ctx).load(decisionId)
  }

  @ResolveField('meeting')
  meeting(@Parent() { meetingId }: ActionItem, @Context() ctx: Ctx) {
    return meetingId && meetingsById(ctx).load(meetingId)
  }

  @ResolveField('agendaItem')
  agendaItem(@Parent() { agendaItemId }: ActionItem, @Context() ctx: Ctx) {
    return agendaItemId && agendaItemsById(ctx).load(agendaItemId)
  }

  @ResolveField('mayBecome')
  mayBecome(@Parent() { state }: ActionItem) {
    return actionSteps(state)
  }

  @ResolveField('steps')
  steps(@Parent() { id }: ActionItem, @Context() ctx: Ctx) {
    return stepsOfAction(ctx).load(id)
  }

  @ResolveField('enteredBy')
  enteredBy(@Parent() { enteredById }: ActionItem) {
    return personOf(enteredById)
  }

  @ResolveField('visibility')
  visibility(@Parent() action: ActionItem, @Context() ctx: Ctx) {
    return visibilityOf(ctx, action)
  }

  @ResolveField('viewerMay')
  async viewerMay(@Parent() action: ActionItem, @Context() ctx: Ctx): Promise<string[]> {
    const { groupId, ownerId } = action
    return this.access.allowed(ctx, 'action', { groupId, ownerId, visibility: await visibilityOf(ctx, action) })
  }
}

@Resolver('ActionStep')
export class ActionStepResolver {
  @ResolveField('from')
  from(@Parent() { fromState }: ActionStep) {
    return fromState
  }

  @ResolveField('to')
  to(@Parent() { toState }: ActionStep) {
    return toState
  }

  @ResolveField('toldBy')
  toldBy(@Parent() { toldById }: ActionStep) {
    return personOf(toldById)
  }
}

@Resolver('ActionConnection')
export class ActionConnectionResolver {
  @ResolveField('totalCount')
  totalCount(@Parent() { filter }: ActionList, @Context() ctx: Ctx): Promise<number> {
    return countActions(ctx, filter)
  }
}

@Resolver('Decision')
export class DecisionActionsResolver {
  @ResolveField('actions')
  actions(@Parent() decision: { readonly id: string }, @Context() ctx: Ctx) {
    return actionsByDecision(ctx).load(decision.id)
  }
}

@Resolver('Viewer')
export class ViewerActionsResolver {
  @ResolveField('actions')
  actions(@Context() ctx: Ctx) {
    return ctx.viewer.personId === null ? [] : openActionsOf(ctx).load(ctx.viewer.personId)
  }
}

@Resolver('Meeting')
export class MeetingActionsResolver {
  @ResolveField('actions')
  actions(@Parent() meeting: { readonly id: string }, @Context() ctx: Ctx) {
    return actionsByMeeting(ctx).load(meeting.id)
  }

  @ResolveField('actionsToReport')
  actionsToReport(@Parent() meeting: { readonly id: string }, @Context() ctx: Ctx) {
    return actionsToReport(ctx).load(meeting.id)
  }

  @ResolveField('patentQuestion')
  async patentQuestion(@Parent() meeting: { readonly id: string }, @Context() ctx: Ctx) {
    const [question] = await patentQuestionOf(ctx).load(meeting.id)
    return question ?? null
  }
}

@Resolver('PatentQuestion')
export class PatentQuestionResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly verbs: PatentQuestions,
  ) {}

  @Mutation('recordPatentQuestion')
  record(@Args('input') input: RecordPatentQuestion, @Context() ctx: Ctx): Promise<PatentQuestion> {
    return this.unit.write(ctx, (tx) => this.verbs.record(tx, input))
  }

  @ResolveField('meeting')
  meeting(@Parent() { meetingId }: PatentQuestion, @Context() ctx: Ctx) {
    return meetingsById(ctx).load(meetingId)
  }

  @ResolveField('askedTime')
  askedTime(@Parent() { askedTime }: PatentQuestion): string | null {
    return askedTime?.slice(0, 5) ?? null
  }

  @ResolveField('toldBy')
  toldBy(@Parent() { toldById }: PatentQuestion) {
    return personOf(toldById)
  }
}
