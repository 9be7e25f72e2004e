import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { documentsById } from '#server/drafting/documents/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import type { AsOf } from '#server/platform/database/index.js'
import { pageArgs, type PageInput } from '#server/platform/graphql/index.js'
import { groupsById, subgroupsById, type Counted } from '#server/process/groups/index.js'
import { gapsById } from '#server/roadmap/gaps/index.js'
import { itemsById } from '#server/roadmap/items/index.js'
import { provenanceOf } from '#server/roadmap/provenance/index.js'
import type { Deliverable } from './deliverable.entity.js'
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
import { deliverablePage, type DeliverableFilter } from './deliverables.reads.js'
import type { DeliverableLineage } from './lineage.entity.js'

/** A row of another room, read as of some instant. */
interface Row {
  readonly id: string
  readonly asOf?: string | null
}

@Resolver('Deliverable')
export class DeliverableResolver {
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
