import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import { documentsById } from '#server/drafting/documents/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import type { AsOf } from '#server/platform/database/index.js'
import { pageArgs, type PageInput } from '#server/platform/graphql/index.js'
import { groupsById, scopeOf, subgroupsById, type Counted } from '#server/process/groups/index.js'
import { gapsById } from '#server/roadmap/gaps/index.js'
import { Items, itemsById } from '#server/roadmap/items/index.js'
import { provenanceOf } from '#server/roadmap/provenance/index.js'
import { closingQuestions } from './closing-questions.js'
import { Deliverable } from './deliverable.entity.js'
import { deliverableSteps, mannerOf, needsReason } from './deliverable-states.js'
import {
  deliverablesByGap,
  deliverablesByGroup,
  deliverablesById,
  deliverablesByText,
  gapIdsByDeliverable,
  lineageByDeliverable,
  lineageByItem,
  textIdByDeliverable,
} from './deliverables.loader.js'
import { deliverableByKey, deliverablePage, type DeliverableFilter } from './deliverables.reads.js'
import {
  Deliverables,
  type AddLineage,
  type ChangeDeliverableState,
  type CreateDeliverable,
  type UpdateDeliverable,
} from './deliverables.service.js'
import type { DeliverableLineage } from './lineage.entity.js'

/** A row of another room, read as of some instant. */
interface Row {
  readonly id: string
  readonly asOf?: string | null
}

type Read = Deliverable & { readonly asOf?: string | null }

@Resolver('Deliverable')
export class DeliverableResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly access: Access,
    private readonly log: Activity,
    private readonly verbs: Deliverables,
    private readonly items: Items,
  ) {}

  @Query('deliverable')
  deliverable(@Args() args: { group: string; key: string; asOf?: Date | null }, @Context() ctx: Ctx) {
    return deliverableByKey(ctx, args.group, args.key, args.asOf?.toISOString() ?? null)
  }

  @Mutation('createDeliverable')
  create(@Args('input') input: CreateDeliverable & { idempotencyKey: string }, @Context() ctx: Ctx) {
    return this.unit.writeOnce(
      ctx,
      { key: input.idempotencyKey, verb: 'deliverable.recorded', input },
      (tx) => this.verbs.create(tx, input),
      (c, id) => c.db.findOneByOrFail(Deliverable, { id }),
    )
  }

  @Mutation('updateDeliverable')
  update(@Args('input') input: UpdateDeliverable, @Context() ctx: Ctx) {
    return this.unit.write(ctx, (tx) => this.verbs.update(tx, input))
  }

  @Mutation('changeDeliverableState')
  changeState(@Args('input') input: ChangeDeliverableState, @Context() ctx: Ctx) {
    return this.unit.write(ctx, (tx) => this.verbs.changeState(tx, input))
  }

  @Mutation('addDeliverableLineage')
  addLineage(
    @Args('input')
    { idempotencyKey: key, item, ...input }: Omit<AddLineage, 'itemId'> & { idempotencyKey: string; item: string },
    @Context() ctx: Ctx,
  ) {
    const reread = (c: Ctx) => c.db.findOneByOrFail(Deliverable, { id: input.deliverableId })
    return this.unit.writeOnce(
      ctx,
      { key, verb: 'deliverable.lineageAdded', input: { item, ...input } },
      async (tx) => {
        const { id: itemId } = await this.items.require(tx, item, 'input.item')
        await this.verbs.addLineage(tx, { ...input, itemId })
        return reread(tx)
      },
      reread,
    )
  }

  @Query('deliverables')
  deliverables(
    @Args() args: PageInput & { filter?: DeliverableFilter | null; asOf?: Date | null },
    @Context() ctx: Ctx,
  ) {
    return deliverablePage(ctx, args.filter ?? {}, pageArgs(args), args.asOf?.toISOString() ?? null)
  }

  @ResolveField('group')
  group(@Parent() deliverable: AsOf<Deliverable>, @Context() ctx: Ctx) {
    return groupsById(ctx, deliverable.asOf).load(deliverable.groupId)
  }

  @ResolveField('subgroup')
  subgroup(@Parent() deliverable: AsOf<Deliverable>, @Context() ctx: Ctx) {
    return deliverable.subgroupId && subgroupsById(ctx, deliverable.asOf).load(deliverable.subgroupId)
  }

  @ResolveField('gaps')
  async gaps(@Parent() deliverable: AsOf<Deliverable>, @Context() ctx: Ctx) {
    const ids = await gapIdsByDeliverable(ctx, deliverable.asOf).load(deliverable.id)
    const gaps = await Promise.all(ids.map((id) => gapsById(ctx, deliverable.asOf).load(id)))
    return gaps.filter((gap) => gap !== null)
  }

  @ResolveField('document')
  async document(@Parent() deliverable: AsOf<Deliverable>, @Context() ctx: Ctx) {
    const id = await textIdByDeliverable(ctx, deliverable.asOf).load(deliverable.id)
    return id && documentsById(ctx).load(id)
  }

  @ResolveField('lineage')
  lineage(@Parent() deliverable: AsOf<Deliverable>, @Context() ctx: Ctx) {
    return lineageByDeliverable(ctx, deliverable.asOf).load(deliverable.id)
  }

  @ResolveField('mergedInto')
  mergedInto(@Parent() deliverable: Read, @Context() ctx: Ctx) {
    return deliverable.mergedIntoId && deliverablesById(ctx, deliverable.asOf).load(deliverable.mergedIntoId)
  }

  @ResolveField('nextSteps')
  nextSteps(@Parent() { state }: Deliverable) {
    return deliverableSteps[state].map((next) => ({
      state: next,
      manner: mannerOf(next),
      needsReason: needsReason(state, next),
    }))
  }

  @ResolveField('closingQuestions')
  async closingQuestions(@Parent() deliverable: Read, @Context() ctx: Ctx) {
    const became = await lineageByDeliverable(ctx, deliverable.asOf).load(deliverable.id)
    const ids = became.flatMap(({ itemId, relation }) => (itemId !== null && relation === 'BECAME' ? [itemId] : []))
    const items = await Promise.all(ids.map((id) => itemsById(ctx, deliverable.asOf).load(id)))
    const gaps = await this.gaps(deliverable as AsOf<Deliverable>, ctx)
    return closingQuestions(
      gaps,
      items.filter((item) => item !== null),
    )
  }

  @ResolveField('activity')
  activity(@Parent() deliverable: Deliverable, @Args() args: PageInput, @Context() ctx: Ctx) {
    return this.log.page(ctx, { objectType: 'deliverable', objectId: deliverable.id }, pageArgs(args))
  }

  @ResolveField('viewerMay')
  async viewerMay(@Parent() deliverable: Read, @Context() ctx: Ctx): Promise<string[]> {
    const group = await groupsById(ctx, deliverable.asOf).load(deliverable.groupId)
    return group ? this.access.allowed(ctx, 'deliverable', scopeOf(group)) : []
  }

  @ResolveField('provenance')
  provenance(@Parent() deliverable: Deliverable) {
    return provenanceOf(deliverable)
  }
}

@Resolver('DeliverableConnection')
export class DeliverableConnectionResolver {
  @ResolveField('totalCount')
  totalCount(@Parent() page: Counted<unknown>): Promise<number> {
    return page.count()
  }
}

@Resolver('DeliverableLineage')
export class LineageResolver {
  @ResolveField('deliverable')
  deliverable(@Parent() step: AsOf<DeliverableLineage>, @Context() ctx: Ctx) {
    return deliverablesById(ctx, step.asOf).load(step.deliverableId)
  }

  @ResolveField('item')
  item(@Parent() step: AsOf<DeliverableLineage>, @Context() ctx: Ctx) {
    return step.itemId && itemsById(ctx, step.asOf).load(step.itemId)
  }

  @ResolveField('provenance')
  provenance(@Parent() step: DeliverableLineage) {
    return provenanceOf(step)
  }
}

@Resolver('Group')
export class GroupDeliverablesResolver {
  @ResolveField('deliverables')
  deliverables(@Parent() group: Row, @Context() ctx: Ctx) {
    return deliverablesByGroup(ctx, group.asOf).load(group.id)
  }
}

@Resolver('Document')
export class DocumentDeliverablesResolver {
  @ResolveField('deliverables')
  deliverables(@Parent() document: Row, @Context() ctx: Ctx) {
    return deliverablesByText(ctx).load(document.id)
  }
}

@Resolver('Gap')
export class GapDeliverablesResolver {
  @ResolveField('deliverables')
  deliverables(@Parent() gap: Row, @Context() ctx: Ctx) {
    return deliverablesByGap(ctx, gap.asOf).load(gap.id)
  }
}

@Resolver('Item')
export class ItemLineageResolver {
  @ResolveField('lineage')
  lineage(@Parent() item: Row, @Context() ctx: Ctx) {
    return lineageByItem(ctx, item.asOf).load(item.id)
  }
}
