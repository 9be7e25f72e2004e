import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { writeNumber } from '#schema/vocabulary/numbers.js'
import { Objects } from '#server/common/activity/index.js'
import { Searches } from '#server/common/search/index.js'
import { provenanceField } from '#server/roadmap/provenance/index.js'
import { ItemsModule } from '#server/roadmap/items/index.js'
import { PrincipleStand } from './principle-stand.entity.js'
import { PrincipleStands } from './principle-stands.service.js'
import { PrincipleVerbsResolver } from './principle-verbs.resolver.js'
import { PrincipleWording } from './principle-wording.entity.js'
import { Principle } from './principle.entity.js'
import { principlesById } from './principles.list.js'
import { PrincipleConnectionResolver, PrinciplesResolver } from './principles.resolver.js'
import { principleSearch } from './principles.search.js'
import { Principles } from './principles.service.js'
import { ItemStandsResolver, PrincipleStandConnectionResolver, PrincipleStandResolver } from './stands.resolver.js'

/**
 * Principles for future standards: numbered statements of what standards should do, each with the wordings that it had, and how items stand
 * against them. Numbers are permanent and consecutive; a former wording is never altered. Which gaps stand in the way of a principle is told by
 * the gaps, which extend the type. Written by administrators, read by anybody. Rules: standing-evidence.ts [PR-6], PR-1 to PR-5.
 */
@Module({
  imports: [TypeOrmModule.forFeature([Principle, PrincipleWording, PrincipleStand]), ItemsModule],
  providers: [
    Principles,
    PrincipleStands,
    PrinciplesResolver,
    PrincipleVerbsResolver,
    PrincipleConnectionResolver,
    PrincipleStandResolver,
    PrincipleStandConnectionResolver,
    ItemStandsResolver,
    provenanceField('Principle'),
    provenanceField('PrincipleWording'),
    provenanceField('PrincipleStand'),
  ],
  exports: [Principles, PrincipleStands],
})
export class PrinciplesModule implements OnModuleInit {
  constructor(
    private readonly objects: Objects,
    private readonly searches: Searches,
  ) {}

  onModuleInit(): void {
    this.searches.register(principleSearch)
    this.objects.describe('principle', async (ctx, ids) => {
      const found = (await Promise.all(ids.map((id) => principlesById(ctx).load(id)))).filter((one) => one !== null)
      return new Map(
        found.map(({ id, number, title }) => {
          const name = writeNumber('P', number)
          return [id, { label: `${name} ${title}`, href: `/principles/${name}` }]
        }),
      )
    })
  }
}
