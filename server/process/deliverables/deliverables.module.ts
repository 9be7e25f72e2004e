import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Objects } from '#server/common/activity/index.js'
import { Blockers, groupsById, GroupsModule } from '#server/process/groups/index.js'
import { deliverableBlockerSource } from './blockers.loader.js'
import './deliverables.access.js'
import { DeliverableGap } from './deliverable-gap.entity.js'
import { Deliverable } from './deliverable.entity.js'
import { deliverablesById } from './deliverables.loader.js'
import {
  DeliverableConnectionResolver,
  DeliverableResolver,
  DocumentDeliverablesResolver,
  GapDeliverablesResolver,
  GroupDeliverablesResolver,
  ItemLineageResolver,
  LineageResolver,
} from './deliverables.resolver.js'
import { Deliverables } from './deliverables.service.js'
import { DeliverableText } from './deliverable-text.entity.js'
import { DeliverableLineage } from './lineage.entity.js'

/**
 * Planned outputs of a group: what they are, where they stand on the way to the parent, which gaps they are meant to close and what became of
 * them. The links to items and gaps are kept here and shown there, as far as the viewer may see the group. States: deliverable-states.ts.
 * Rules: docs/rules/process.md (DE, GR).
 */
@Module({
  imports: [GroupsModule, TypeOrmModule.forFeature([Deliverable, DeliverableLineage, DeliverableGap, DeliverableText])],
  providers: [
    Deliverables,
    DeliverableResolver,
    DeliverableConnectionResolver,
    LineageResolver,
    DocumentDeliverablesResolver,
    GroupDeliverablesResolver,
    GapDeliverablesResolver,
    ItemLineageResolver,
  ],
  exports: [Deliverables],
})
export class DeliverablesModule implements OnModuleInit {
  constructor(
    private readonly objects: Objects,
    private readonly blockers: Blockers,
  ) {}

  onModuleInit(): void {
    this.blockers.register(deliverableBlockerSource)
    this.objects.describe('deliverable', async (ctx, ids) => {
      const found = (await Promise.all(ids.map((id) => deliverablesById(ctx).load(id)))).filter((one) => one !== null)
      const faces = found.map(async ({ id, groupId, title }) => {
        const group = await groupsById(ctx).load(groupId)
        // Deliverables stand on the page of their group.
        return [id, { label: title, href: group && `/groups/${group.slug}#deliverables` }] as const
      })
      return new Map(await Promise.all(faces))
    })
  }
}
