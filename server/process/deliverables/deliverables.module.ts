import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Objects } from '#server/common/activity/index.js'
import { Blockers, groupsById, GroupsModule } from '#server/process/groups/index.js'
import { deliverableBlockerSource } from './blockers.loader.js'
import { ItemsModule } from '#server/roadmap/items/index.js'
import './deliverables.access.js'
import { DeliverableEditor } from './deliverable-editor.entity.js'
import { DeliverableGap } from './deliverable-gap.entity.js'
import { DeliverableIssue } from './deliverable-issue.entity.js'
import { DeliverableMilestone } from './deliverable-milestone.entity.js'
import { DeliverableSlip } from './deliverable-slip.entity.js'
import { DeliverableStep } from './deliverable-step.entity.js'
import { Deliverable } from './deliverable.entity.js'
import { DeliverablesAtWork } from './deliverables-at-work.service.js'
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
import {
  DeliverableEditorResolver,
  DeliverableMilestoneResolver,
  DeliverablePlansResolver,
  DeliverableSlipResolver,
  DeliverableStepResolver,
  GroupPlansResolver,
} from './plans.resolver.js'
import { DeliverablePlans } from './plans.service.js'

/**
 * Planned outputs of a group: what they are, where they stand on the way to the parent, which gaps they are meant to close and what became of
 * them. The links to items and gaps are kept here and shown there, as far as the viewer may see the group. States: deliverable-states.ts.
 * What needs the texts themselves,
 * freezing and handing over, is wired in versions.module.ts. Rules: docs/rules/process.md (DE, DV, GR).
 */
@Module({
  imports: [
    GroupsModule,
    ItemsModule,
    TypeOrmModule.forFeature([
      Deliverable,
      DeliverableLineage,
      DeliverableGap,
      DeliverableText,
      DeliverableEditor,
      DeliverableMilestone,
      DeliverableSlip,
      DeliverableIssue,
      DeliverableStep,
    ]),
  ],
  providers: [
    Deliverables,
    DeliverablesAtWork,
    DeliverablePlans,
    DeliverablePlansResolver,
    DeliverableEditorResolver,
    DeliverableMilestoneResolver,
    DeliverableSlipResolver,
    DeliverableStepResolver,
    GroupPlansResolver,
    DeliverableResolver,
    DeliverableConnectionResolver,
    LineageResolver,
    DocumentDeliverablesResolver,
    GroupDeliverablesResolver,
    GapDeliverablesResolver,
    ItemLineageResolver,
  ],
  exports: [Deliverables, DeliverablesAtWork, DeliverablePlans],
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
      const faces = found.map(async ({ id, groupId, code, title }) => {
        const group = await groupsById(ctx).load(groupId)
        const key = encodeURIComponent(code ?? id)
        return [id, { label: title, href: group && `/groups/${group.slug}/deliverables/${key}` }] as const
      })
      return new Map(await Promise.all(faces))
    })
  }
}
