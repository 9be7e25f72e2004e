import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { writeNumber } from '#schema/vocabulary/numbers.js'
import { Concerns, Objects } from '#server/common/activity/index.js'
import { Searches } from '#server/common/search/index.js'
import { BodiesModule } from '#server/roadmap/bodies/index.js'
import { ItemsModule } from '#server/roadmap/items/index.js'
import { PrinciplesModule } from '#server/roadmap/principles/index.js'
import { provenanceField } from '#server/roadmap/provenance/index.js'
import { CoverageEdgesResolver } from './coverage-edges.resolver.js'
import { CoverageEdges } from './coverage-edges.service.js'
import { GapBody } from './gap-body.entity.js'
import { GapCoverage } from './gap-coverage.entity.js'
import { BodyGapsResolver, ItemGapsResolver, PrincipleGapsResolver } from './gap-links.resolver.js'
import { GapPrinciple } from './gap-principle.entity.js'
import { GapClosureItem } from './gap-closure-item.entity.js'
import { GapClosure } from './gap-closure.entity.js'
import { ProgressUpdate } from './gap-progress.entity.js'
import { GapReplacementLink } from './gap-replacement-link.entity.js'
import { GapReplacement } from './gap-replacement.entity.js'
import { GapReplacementResolver, GapReplacementsResolver } from './gap-replacement.resolver.js'
import { GapReplacements } from './gap-replacement.service.js'
import { GapClosureResolver, GapStandingResolver, ProgressUpdateResolver } from './gap-standing.resolver.js'
import { GapStandings } from './gap-standing.service.js'
import { Gap } from './gap.entity.js'
import { FoundGapResolver } from './found-gap.resolver.js'
import { gapsById } from './gaps.loader.js'
import './gaps.item-filter.js'
import { GapBodyResolver, GapConnectionResolver, GapsResolver } from './gaps.resolver.js'
import { tellOfGaps } from './gaps.concerns.js'
import { gapSearch } from './gaps.search.js'
import { GapChanges } from './gap-changes.service.js'
import { Gaps } from './gaps.service.js'

/**
 * What no item answers, or not wholly: numbered gaps with scores, the items that may answer them, the bodies that could act, the principles
 * in whose way they stand; and the coverage map. Extends Item, Body and Principle by their gaps and the list of items by a filter.
 * Rules: case-score.ts and priority.ts [GA-1], coverage.ts [GA-9, GA-10],
 * coverage-review.ts [GA-11], progress.ts [GA-2], standing-question.ts [GA-3], coverage-map.ts [MAP-1, MAP-2].
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      Gap,
      GapPrinciple,
      GapCoverage,
      GapBody,
      ProgressUpdate,
      GapClosure,
      GapClosureItem,
      GapReplacement,
      GapReplacementLink,
    ]),
    BodiesModule,
    ItemsModule,
    PrinciplesModule,
  ],
  providers: [
    Gaps,
    GapChanges,
    GapsResolver,
    GapConnectionResolver,
    CoverageEdges,
    GapStandings,
    GapReplacements,
    GapReplacementsResolver,
    GapReplacementResolver,
    GapStandingResolver,
    ProgressUpdateResolver,
    GapClosureResolver,
    CoverageEdgesResolver,
    FoundGapResolver,
    GapBodyResolver,
    ItemGapsResolver,
    BodyGapsResolver,
    PrincipleGapsResolver,
    provenanceField('Gap'),
    provenanceField('GapCoverage'),
    provenanceField('GapBody'),
  ],
  exports: [Gaps, GapChanges, CoverageEdges, GapStandings, GapReplacements],
})
export class GapsModule implements OnModuleInit {
  constructor(
    private readonly objects: Objects,
    private readonly searches: Searches,
    private readonly concerns: Concerns,
  ) {}

  onModuleInit(): void {
    this.searches.register(gapSearch)
    tellOfGaps(this.concerns)
    this.objects.describe('gap', async (ctx, ids) => {
      const gaps = (await Promise.all(ids.map((id) => gapsById(ctx).load(id)))).filter((one) => one !== null)
      return new Map(
        gaps.map(({ id, number, title }) => {
          const name = writeNumber('G', number)
          return [id, { label: `${name} ${title}`, href: `/gaps/${name}` }]
        }),
      )
    })
  }
}
