import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { Access } from '#server/common/access/index.js'
import { affiliationsOf, peopleById } from '#server/community/people/index.js'
import { UnitOfWork, type Ctx, type WriteCtx } from '#server/platform/context/index.js'
import type { AsOf } from '#server/platform/database/index.js'
import { dayIn, type CalendarDay } from '#server/platform/time/index.js'
import { groupsById, scopeOf, subgroupsByGroup, type StandardsGroup } from '#server/process/groups/index.js'
import { nextCode } from './deliverable-code.js'
import type { DeliverableEditor } from './deliverable-editor.entity.js'
import type { DeliverableMilestone } from './deliverable-milestone.entity.js'
import type { DeliverableSlip } from './deliverable-slip.entity.js'
import type { DeliverableStep } from './deliverable-step.entity.js'
import { Deliverable } from './deliverable.entity.js'
import { deliverablesById } from './deliverables.loader.js'
import { isOverdue, nextMilestone, slippedDays } from './milestones.js'
import {
  codesByGroup,
  editorsByDeliverable,
  issuesByDeliverable,
  milestonesByDeliverable,
  slipsByMilestone,
  stepsByDeliverable,
} from './plans.loader.js'
import { DeliverablePlans, type AddEditor, type AddMilestone } from './plans.service.js'

type Read<T> = T & { readonly asOf?: string | null }
type Once<T> = T & { readonly idempotencyKey: string }

/** The day in the zone of the group of a deliverable, at the instant it was read as of. */
async function todayOf(ctx: Ctx, deliverableId: string, asOf: string | null | undefined): Promise<CalendarDay> {
  const deliverable = await deliverablesById(ctx, asOf).load(deliverableId)
  const group = deliverable && (await groupsById(ctx, asOf).load(deliverable.groupId))
  return dayIn(asOf ? new Date(asOf) : ctx.now, group?.deadlineZone ?? 'UTC')
}

const personOf = (ctx: Ctx, id: string | null) => (id === null ? null : peopleById(ctx).load(id))

@Resolver('Deliverable')
export class DeliverablePlansResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly plans: DeliverablePlans,
  ) {}

  @Mutation('addDeliverableEditor')
  addEditor(@Args('input') input: Once<AddEditor>, @Context() ctx: Ctx) {
    return this.once(ctx, 'deliverable.editorAdded', input, (tx) => this.plans.addEditor(tx, input))
  }

  @Mutation('endDeliverableEditor')
  endEditor(@Args('input') input: { id: string; expectedRevision: number; to: string }, @Context() ctx: Ctx) {
    return this.change(ctx, (tx) => this.plans.endEditor(tx, input))
  }

  @Mutation('addDeliverableMilestone')
  addMilestone(@Args('input') input: Once<AddMilestone>, @Context() ctx: Ctx) {
    return this.once(ctx, 'deliverable.milestonePlanned', input, (tx) => this.plans.addMilestone(tx, input))
  }

  @Mutation('moveDeliverableMilestone')
  moveMilestone(
    @Args('input') input: { id: string; expectedRevision: number; plannedOn: string; reason: string },
    @Context() ctx: Ctx,
  ) {
    return this.change(ctx, (tx) => this.plans.moveMilestone(tx, input))
  }

  @Mutation('reachDeliverableMilestone')
  reachMilestone(
    @Args('input') { doneOn = null, ...input }: { id: string; expectedRevision: number; doneOn?: string | null },
    @Context() ctx: Ctx,
  ) {
    return this.change(ctx, (tx) => this.plans.reachMilestone(tx, { ...input, doneOn }))
  }

  @Mutation('raiseDeliverableIssue')
  raiseIssue(
    @Args('input') input: Once<{ deliverableId: string; text: string; on?: string | null }>,
    @Context() ctx: Ctx,
  ) {
    return this.once(ctx, 'deliverable.issueRaised', input, (tx) => this.plans.raiseIssue(tx, input))
  }

  @Mutation('settleDeliverableIssue')
  settleIssue(
    @Args('input') input: { id: string; expectedRevision: number; how: string; on?: string | null },
    @Context() ctx: Ctx,
  ) {
    return this.change(ctx, (tx) => this.plans.settleIssue(tx, input))
  }

  @ResolveField('editors')
  editors(@Parent() { id, asOf }: Read<Deliverable>, @Context() ctx: Ctx) {
    return editorsByDeliverable(ctx, asOf).load(id)
  }

  @ResolveField('milestones')
  milestones(@Parent() { id, asOf }: Read<Deliverable>, @Context() ctx: Ctx) {
    return milestonesByDeliverable(ctx, asOf).load(id)
  }

  @ResolveField('nextMilestone')
  async nextMilestone(@Parent() { id, asOf }: Read<Deliverable>, @Context() ctx: Ctx) {
    return nextMilestone(await milestonesByDeliverable(ctx, asOf).load(id))
  }

  @ResolveField('issues')
  issues(@Parent() { id, asOf }: Read<Deliverable>, @Context() ctx: Ctx) {
    return issuesByDeliverable(ctx, asOf).load(id)
  }

  @ResolveField('steps')
  steps(@Parent() { id, asOf }: Read<Deliverable>, @Context() ctx: Ctx) {
    return stepsByDeliverable(ctx, asOf).load(id)
  }

  /** What belongs to a deliverable is answered with the deliverable. */
  private change(ctx: Ctx, verb: (tx: WriteCtx) => Promise<{ readonly deliverableId: string }>): Promise<Deliverable> {
    return this.unit.write(ctx, async (tx) => {
      const { deliverableId: id } = await verb(tx)
      return tx.db.findOneByOrFail(Deliverable, { id })
    })
  }

  private once(
    ctx: Ctx,
    verb: string,
    input: Once<{ readonly deliverableId: string }>,
    act: (tx: WriteCtx) => Promise<unknown>,
  ): Promise<Deliverable> {
    const reread = (c: Ctx) => c.db.findOneByOrFail(Deliverable, { id: input.deliverableId })
    return this.unit.writeOnce(
      ctx,
      { key: input.idempotencyKey, verb, input },
      async (tx) => {
        await act(tx)
        return reread(tx)
      },
      reread,
    )
  }
}

@Resolver('DeliverableEditor')
export class DeliverableEditorResolver {
  @ResolveField('person')
  person(@Parent() { personId }: DeliverableEditor, @Context() ctx: Ctx) {
    return peopleById(ctx).load(personId)
  }

  @ResolveField('affiliation')
  async affiliation(@Parent() { personId, affiliationId }: DeliverableEditor, @Context() ctx: Ctx) {
    if (affiliationId === null) return null
    const known = await affiliationsOf(ctx).load(personId)
    return known.find(({ id }) => id === affiliationId) ?? null
  }

  @ResolveField('from')
  from(@Parent() { fromOn }: DeliverableEditor): string | null {
    return fromOn
  }

  @ResolveField('to')
  to(@Parent() { toOn }: DeliverableEditor): string | null {
    return toOn
  }

  @ResolveField('isCurrent')
  async isCurrent(
    @Parent() { deliverableId, fromOn, toOn, asOf }: Read<DeliverableEditor>,
    @Context() ctx: Ctx,
  ): Promise<boolean> {
    const today = await todayOf(ctx, deliverableId, asOf)
    return (fromOn === null || fromOn <= today) && (toOn === null || toOn > today)
  }
}

@Resolver('DeliverableMilestone')
export class DeliverableMilestoneResolver {
  @ResolveField('isOverdue')
  async isOverdue(@Parent() milestone: Read<DeliverableMilestone>, @Context() ctx: Ctx): Promise<boolean> {
    return isOverdue(milestone, await todayOf(ctx, milestone.deliverableId, milestone.asOf))
  }

  @ResolveField('slippedDays')
  async slippedDays(@Parent() { id, plannedOn, asOf }: Read<DeliverableMilestone>, @Context() ctx: Ctx) {
    return slippedDays(plannedOn, await slipsByMilestone(ctx, asOf).load(id))
  }

  @ResolveField('slips')
  slips(@Parent() { id, asOf }: Read<DeliverableMilestone>, @Context() ctx: Ctx) {
    return slipsByMilestone(ctx, asOf).load(id)
  }
}

@Resolver('DeliverableSlip')
export class DeliverableSlipResolver {
  @ResolveField('from')
  from(@Parent() { fromOn }: DeliverableSlip): string {
    return fromOn
  }

  @ResolveField('to')
  to(@Parent() { toOn }: DeliverableSlip): string {
    return toOn
  }

  @ResolveField('at')
  at(@Parent() { saidAt }: DeliverableSlip): Date {
    return saidAt
  }

  @ResolveField('by')
  by(@Parent() { saidBy }: DeliverableSlip, @Context() ctx: Ctx) {
    return personOf(ctx, saidBy)
  }
}

@Resolver('DeliverableStep')
export class DeliverableStepResolver {
  @ResolveField('from')
  from(@Parent() { fromState }: DeliverableStep) {
    return fromState
  }

  @ResolveField('to')
  to(@Parent() { toState }: DeliverableStep) {
    return toState
  }

  @ResolveField('on')
  on(@Parent() { takenOn }: DeliverableStep): string {
    return takenOn
  }

  @ResolveField('by')
  by(@Parent() { takenBy }: DeliverableStep, @Context() ctx: Ctx) {
    return personOf(ctx, takenBy)
  }
}

@Resolver('Group')
export class GroupPlansResolver {
  constructor(private readonly access: Access) {}

  @ResolveField('nextDeliverableCodes')
  async nextCodes(@Parent() group: AsOf<StandardsGroup>, @Context() ctx: Ctx) {
    const [taken, subgroups] = await Promise.all([
      codesByGroup(ctx).load(group.id),
      subgroupsByGroup(ctx, group.asOf).load(group.id),
    ])
    return [null, ...subgroups].map((subgroup) => ({
      subgroup,
      code: nextCode(taken ?? [], subgroup?.number ?? null),
    }))
  }

  @ResolveField('deliverablesViewerMay')
  viewerMay(@Parent() group: StandardsGroup, @Context() ctx: Ctx): string[] {
    return this.access.allowed(ctx, 'deliverable', scopeOf(group))
  }
}
