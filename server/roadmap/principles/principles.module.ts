import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { writeNumber } from '#schema/vocabulary/numbers.js'
import { Objects } from '#server/common/activity/index.js'
import { Searches } from '#server/common/search/index.js'
import { provenanceField } from '#server/roadmap/provenance/index.js'
import { Principle } from './principle.entity.js'
import { principlesById } from './principles.list.js'
import { PrincipleConnectionResolver, PrinciplesResolver } from './principles.resolver.js'
import { principleSearch } from './principles.search.js'
import { Principles } from './principles.service.js'

/**
 * Principles for future standards: numbered statements of what standards should do, each with the document it was set in. Numbers are
 * permanent and consecutive. Which gaps stand in the way of a principle is told by the gaps, which extend the type. Written by
 * administrators, read by anybody. Rules: PR-1 to PR-3.
 */
@Module({
  imports: [TypeOrmModule.forFeature([Principle])],
  providers: [Principles, PrinciplesResolver, PrincipleConnectionResolver, provenanceField('Principle')],
  exports: [Principles],
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
          return [id, { label: `${name} ${title}`, href: `/principles#${name}` }]
        }),
      )
    })
  }
}
