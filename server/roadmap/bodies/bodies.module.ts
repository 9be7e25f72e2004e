import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Concerns, Objects } from '#server/common/activity/index.js'
import { Searches } from '#server/common/search/index.js'
import { provenanceField, ProvenanceModule } from '#server/roadmap/provenance/index.js'
import { bodiesById, bodiesBySlug } from './bodies.loader.js'
import { BodiesResolver, BodyConnectionResolver } from './bodies.resolver.js'
import { bodySearch } from './bodies.search.js'
import { Bodies } from './bodies.service.js'
import { BodyName } from './body-name.entity.js'
import { BodyNames } from './body-names.service.js'
import { BodyVerbsResolver } from './body-verbs.resolver.js'
import { Body } from './body.entity.js'

/**
 * Standards bodies, committees and groups as a tree: whoever publishes or drafts items, or could. A joint body has two parents. What one
 * was called, and in other languages is, goes on finding it. What a body publishes and on which gaps it could act is told by the rooms above, which extend the type. Written by administrators, read by
 * anybody. Rules: tree-rules.ts [BO-2, BO-4], BO-1, BO-3; the vocabulary is in schema/vocabulary/bodies.ts.
 */
@Module({
  imports: [TypeOrmModule.forFeature([Body, BodyName]), ProvenanceModule],
  providers: [
    Bodies,
    BodyNames,
    BodiesResolver,
    BodyVerbsResolver,
    BodyConnectionResolver,
    provenanceField('Body'),
    provenanceField('BodyName'),
  ],
  exports: [Bodies, BodyNames],
})
export class BodiesModule implements OnModuleInit {
  constructor(
    private readonly objects: Objects,
    private readonly searches: Searches,
    private readonly concerns: Concerns,
  ) {}

  onModuleInit(): void {
    this.searches.register(bodySearch)
    this.concerns.findWith('BODY', async (ctx, slug) => (await bodiesBySlug(ctx).load(slug))?.id ?? null)
    this.concerns.tell('BODY', (id, p) => `e.object_type = 'body' and e.object_id = ${p.add(id)}::uuid`)
    this.objects.describe('body', async (ctx, ids) => {
      const bodies = (await Promise.all(ids.map((id) => bodiesById(ctx).load(id)))).filter((one) => one !== null)
      return new Map(
        bodies.map(({ id, slug, acronym, name }) => [
          id,
          { label: acronym ?? name, href: `/bodies/${encodeURIComponent(slug)}` },
        ]),
      )
    })
  }
}
