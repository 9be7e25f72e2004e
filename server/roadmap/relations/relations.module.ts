import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Concerns, Objects } from '#server/common/activity/index.js'
import { itemsById, ItemsModule } from '#server/roadmap/items/index.js'
import { provenanceField } from '#server/roadmap/provenance/index.js'
import { Relation } from './relation.entity.js'
import { relationsById } from './relations.list.js'
import { RelationVerbsResolver } from './relation-verbs.resolver.js'
import {
  ItemRelationFieldsResolver,
  ItemRelationsResolver,
  RelationConnectionResolver,
  RelationFieldsResolver,
  RelationsResolver,
} from './relations.resolver.js'
import { Relations } from './relations.service.js'

/**
 * Typed edges between items: supersedes, refers to, is aligned with. One that holds both ways is stored once and shown on both items;
 * supersession never turns in a circle; one that ended stays to be seen. Extends the type Item by its relations. Rules: relation-rules.ts
 * [RE-1 to RE-4, RE-6, RE-7], traits in
 * schema/vocabulary/relations.ts.
 */
@Module({
  imports: [TypeOrmModule.forFeature([Relation]), ItemsModule],
  providers: [
    Relations,
    RelationsResolver,
    RelationVerbsResolver,
    RelationFieldsResolver,
    ItemRelationFieldsResolver,
    RelationConnectionResolver,
    ItemRelationsResolver,
    provenanceField('Relation'),
    provenanceField('ItemRelation'),
  ],
  exports: [Relations],
})
export class RelationsModule implements OnModuleInit {
  constructor(
    private readonly objects: Objects,
    private readonly concerns: Concerns,
  ) {}

  onModuleInit(): void {
    this.concerns.tell('ITEM', (id, p) => {
      const item = `${p.add(id)}::uuid`
      return `e.object_type = 'relation' and e.object_id in (select r.id from relation r where ${item} in (r.from_id, r.to_id))`
    })
    // A relation goes by the items at its ends; it is shown on both.
    this.objects.describe('relation', async (ctx, ids) => {
      const found = (await Promise.all(ids.map((id) => relationsById(ctx).load(id)))).filter((one) => one !== null)
      const faces = found.map(async ({ id, fromId, toId }) => {
        const [from, to] = await Promise.all([itemsById(ctx).load(fromId), itemsById(ctx).load(toId)])
        return from && to
          ? [[id, { label: `${from.designation} – ${to.designation}`, href: `/items/${from.slug}` }] as const]
          : []
      })
      return new Map((await Promise.all(faces)).flat())
    })
  }
}
