import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { Access, type Visibility } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { pageArgs, type PageInput } from '#server/platform/graphql/index.js'
import { agendaItemsById } from '#server/process/agenda/index.js'
import { groupsById, narrower, scopeOf, type StandardsGroup } from '#server/process/groups/index.js'
import { meetingsById } from '#server/process/meetings/index.js'
import type { DecisionCorrection } from './decision-correction.entity.js'
import { Decision } from './decision.entity.js'
import {
  countDecisions,
  countKinds,
  decisionByNumber,
  listDecisions,
  type DecisionFilter,
  type DecisionList,
} from './decisions.list.js'
import {
  areReversed,
  correctionsOf,
  decisionsByGap,
  decisionsById,
  decisionsByMeeting,
  reversalsOf,
} from './decisions.loader.js'
import { Decisions, type CorrectDecision, type RecordDecision } from './decisions.service.js'
import { personOf } from './person-of.js'
import { reservationsByDecision } from './reservations.loader.js'
import { Subjects } from './subjects.service.js'

@Resolver('Decision')
export class DecisionResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly access: Access,
    private readonly log: Activity,
    private readonly verbs: Decisions,
    private readonly subjects: Subjects,
  ) {}

  @Query('decisions')
  decisions(
    @Args() { filter, ...page }: PageInput & { filter?: DecisionFilter | null },
    @Context() ctx: Ctx,
  ): Promise<DecisionList> {
    return listDecisions(ctx, filter ?? {}, pageArgs(page))
  }

  @Query('decision')
  decision(@Args() { group, number }: { group: string; number: number }, @Context() ctx: Ctx) {
    return decisionByNumber(ctx, group, number)
  }

  @Mutation('recordDecision')
  record(@Args('input') input: RecordDecision & { idempotencyKey: string }, @Context() ctx: Ctx): Promise<Decision> {
    return this.unit.writeOnce(
      ctx,
      { key: input.idempotencyKey, verb: 'decision.recorded', input },
      (tx) => this.verbs.record(tx, input),
      (tx, id) => tx.db.findOneByOrFail(Decision, { id }),
    )
  }

  @Mutation('correctDecision')
  correct(@Args('input') input: CorrectDecision, @Context() ctx: Ctx): Promise<Decision> {
    return this.unit.write(ctx, (tx) => this.verbs.correct(tx, input))
  }

  @ResolveField('group')
  group(@Parent() decision: Decision, @Context() ctx: Ctx) {
    return groupsById(ctx).load(decision.groupId)
  }

  @ResolveField('meeting')
  meeting(@Parent() decision: Decision, @Context() ctx: Ctx) {
    return decision.meetingId && meetingsById(ctx).load(decision.meetingId)
  }

  @ResolveField('agendaItem')
  agendaItem(@Parent() decision: Decision, @Context() ctx: Ctx) {
    return decision.agendaItemId && agendaItemsById(ctx).load(decision.agendaItemId)
  }

  @ResolveField('subject')
  subject(@Parent() decision: Decision, @Context() ctx: Ctx) {
    return this.subjects.shown(ctx, decision)
  }

  @ResolveField('reverses')
  reverses(@Parent() decision: Decision, @Context() ctx: Ctx) {
    return decision.reversesId && decisionsById(ctx).load(decision.reversesId)
  }

  @ResolveField('reversedBy')
  reversedBy(@Parent() decision: Decision, @Context() ctx: Ctx) {
    return reversalsOf(ctx).load(decision.id)
  }

  @ResolveField('isStanding')
  async isStanding(@Parent() decision: Decision, @Context() ctx: Ctx): Promise<boolean> {
    return !(await areReversed(ctx).load(decision.id))
  }

  @ResolveField('enteredBy')
  enteredBy(@Parent() decision: Decision) {
    return personOf(decision.enteredById)
  }

  @ResolveField('reservations')
  reservations(@Parent() decision: Decision, @Context() ctx: Ctx) {
    return reservationsByDecision(ctx).load(decision.id)
  }

  @ResolveField('corrections')
  corrections(@Parent() decision: Decision, @Context() ctx: Ctx) {
    return correctionsOf(ctx).load(decision.id)
  }

  @ResolveField('activity')
  activity(@Parent() decision: Decision, @Args() args: PageInput, @Context() ctx: Ctx) {
    return this.log.page(ctx, { objectType: 'decision', objectId: decision.id }, pageArgs(args, { default: 20 }))
  }

  @ResolveField('visibility')
  visibility(@Parent() decision: Decision, @Context() ctx: Ctx) {
    return visibilityOf(ctx, decision)
  }

  @ResolveField('viewerMay')
  async viewerMay(@Parent() decision: Decision, @Context() ctx: Ctx): Promise<string[]> {
    const visibility = await visibilityOf(ctx, decision)
    return this.access.allowed(ctx, 'decisions', { groupId: decision.groupId, visibility })
  }
}

/** As hidden as the most hidden of a row, its meeting and its group. [GR-3] */
export async function visibilityOf(
  ctx: Ctx,
  row: { readonly groupId: string; readonly meetingId: string | null; readonly visibility: Visibility },
): Promise<Visibility> {
  const [group, meeting] = await Promise.all([
    groupsById(ctx).load(row.groupId),
    row.meetingId === null ? null : meetingsById(ctx).load(row.meetingId),
  ])
  const inGroup = group ? narrower(row.visibility, group.visibility) : row.visibility
  return meeting ? narrower(inGroup, meeting.visibility) : inGroup
}

@Resolver('DecisionConnection')
export class DecisionConnectionResolver {
  @ResolveField('totalCount')
  totalCount(@Parent() { filter }: DecisionList, @Context() ctx: Ctx): Promise<number> {
    return countDecisions(ctx, filter)
  }

  @ResolveField('kinds')
  kinds(@Parent() { filter }: DecisionList, @Context() ctx: Ctx) {
    return countKinds(ctx, filter)
  }
}

@Resolver('DecisionCorrection')
export class DecisionCorrectionResolver {
  @ResolveField('correctedBy')
  correctedBy(@Parent() correction: DecisionCorrection) {
    return personOf(correction.correctedById)
  }
}

@Resolver('Meeting')
export class MeetingDecisionsResolver {
  @ResolveField('decisions')
  decisions(@Parent() meeting: { readonly id: string }, @Context() ctx: Ctx) {
    return decisionsByMeeting(ctx).load(meeting.id)
  }
}

/** Decisions as seen from gaps, which do not know them. */
@Resolver('Gap')
export class GapDecisionsResolver {
  @ResolveField('decisions')
  decisions(@Parent() gap: { readonly id: string }, @Context() ctx: Ctx) {
    return decisionsByGap(ctx).load(gap.id)
  }
}

@Resolver('Group')
export class GroupDecisionsResolver {
  constructor(private readonly access: Access) {}

  @ResolveField('decisionsViewerMay')
  decisionsViewerMay(@Parent() group: StandardsGroup, @Context() ctx: Ctx): string[] {
    return this.access.allowed(ctx, 'decisions', scopeOf(group))
  }
}
