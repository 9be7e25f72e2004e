import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Concerns, Objects } from '#server/common/activity/index.js'
import { Searches } from '#server/common/search/index.js'
import { BodiesModule } from '#server/roadmap/bodies/index.js'
import { provenanceField } from '#server/roadmap/provenance/index.js'
import { BodyItemsResolver } from './body-items.resolver.js'
import { ItemCounts } from './item-counts.service.js'
import { ItemName } from './item-name.entity.js'
import { ItemStage } from './item-stage.entity.js'
import { ItemPlan } from './item-plan.entity.js'
import { ItemStageResolver, ItemStagesResolver } from './item-stages.resolver.js'
import { FoundItemResolver } from './found-item.resolver.js'
import { ItemStages } from './item-stages.service.js'
import { ItemNames } from './item-names.service.js'
import { ItemTitle } from './item-title.entity.js'
import { ItemVerbsResolver } from './item-verbs.resolver.js'
import { Item } from './item.entity.js'
import { itemsById } from './items.loader.js'
import { ItemConnectionResolver, ItemNameResolver, ItemsResolver, ItemTitleResolver } from './items.resolver.js'
import { tellOfItems } from './items.concerns.js'
import { itemSearch } from './items.search.js'
import { Items } from './items.service.js'

/**
 * Standards, reports and work items of all bodies, under every name they ever had, with where they stand and on what that rests. The list is
 * one statement (items.query.ts, items.list.ts), its facets another; of the present they are counted in memory (item-columns.ts). Rules: native stage to state in state-of.ts and stage-*.ts [IT-2 to
 * IT-4]; names in schema/vocabulary/designation.ts [IT-6 to IT-8].
 */
@Module({
  imports: [TypeOrmModule.forFeature([Item, ItemName, ItemStage, ItemTitle, ItemPlan]), BodiesModule],
  providers: [
    Items,
    ItemCounts,
    ItemNames,
    ItemStages,
    ItemStagesResolver,
    ItemStageResolver,
    ItemsResolver,
    ItemVerbsResolver,
    FoundItemResolver,
    ItemNameResolver,
    ItemTitleResolver,
    ItemConnectionResolver,
    BodyItemsResolver,
    provenanceField('Item'),
    provenanceField('ItemName'),
    provenanceField('ItemStage'),
    provenanceField('ItemTitle'),
    provenanceField('ItemPlan'),
  ],
  exports: [Items, ItemCounts, ItemNames, ItemStages],
})
export class ItemsModule implements OnModuleInit {
  constructor(
    private readonly objects: Objects,
    private readonly searches: Searches,
    private readonly concerns: Concerns,
  ) {}

  onModuleInit(): void {
    this.searches.register(itemSearch)
    tellOfItems(this.concerns)
    this.objects.describe('item', async (ctx, ids) => {
      const items = (await Promise.all(ids.map((id) => itemsById(ctx).load(id)))).filter((one) => one !== null)
      return new Map(
        items.map(({ id, slug, designation }) => [
          id,
          { label: designation, href: `/items/${encodeURIComponent(slug)}` },
        ]),
      )
    })
  }
}
