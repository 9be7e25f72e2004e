import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { writeNumber } from '#schema/vocabulary/numbers.js'
import { Concerns, Objects } from '#server/common/activity/index.js'
import { BodiesModule } from '#server/roadmap/bodies/index.js'
import { itemsById, ItemsModule } from '#server/roadmap/items/index.js'
import { provenanceField } from '#server/roadmap/provenance/index.js'
import { casesById } from './cases.loader.js'
import {
  ItemCasesResolver,
  OverlapCaseConnectionResolver,
  OverlapCaseItemResolver,
  OverlapCasesResolver,
  OverlapStepResolver,
} from './cases.resolver.js'
import {
  OverlapMatrixHeadResolver,
  OverlapSuggestionConnectionResolver,
  OverlapSuggestionsResolver,
} from './matrix.resolver.js'
import { OverlapCases } from './cases.service.js'
import { OverlapLook } from './overlap-look.entity.js'
import { OverlapSuggestion } from './overlap-suggestion.entity.js'
import { suggestionsById } from './suggestions.list.js'
import { OverlapSuggestions } from './suggestions.service.js'
import { OverlapCaseItem } from './overlap-case-item.entity.js'
import { OverlapCaseStep } from './overlap-case-step.entity.js'
import { OverlapCase } from './overlap-case.entity.js'

/**
 * Where items of several bodies may do the same thing: numbered cases that set them side by side, with the verdict, the evidence, the mode agreed
 * and every step; pairs that look alike, accepted by a case or dismissed for good; and the matrices that count both. Extends Item by its cases.
 * Rules: case-content.ts [OV-1, OV-3], case-steps.ts [RE-5, OV-2], likeness.ts [OV-6], matrix.ts [OV-8].
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([OverlapCase, OverlapCaseItem, OverlapCaseStep, OverlapSuggestion, OverlapLook]),
    BodiesModule,
    ItemsModule,
  ],
  providers: [
    OverlapCases,
    OverlapCasesResolver,
    OverlapCaseConnectionResolver,
    OverlapCaseItemResolver,
    OverlapStepResolver,
    ItemCasesResolver,
    OverlapSuggestions,
    OverlapSuggestionsResolver,
    OverlapSuggestionConnectionResolver,
    OverlapMatrixHeadResolver,
    provenanceField('OverlapCase'),
  ],
  exports: [OverlapCases, OverlapSuggestions],
})
export class OverlapsModule implements OnModuleInit {
  constructor(
    private readonly objects: Objects,
    private readonly concerns: Concerns,
  ) {}

  onModuleInit(): void {
    this.concerns.tell(
      'ITEM',
      (id, p) =>
        `e.object_type = 'overlap' and e.object_id in (select c.case_id from overlap_case_item c where c.item_id = ${p.add(id)}::uuid)`,
    )
    this.concerns.tellList('/overlaps', () => `e.object_type = 'overlap'`)
    this.concerns.tellList('/overlaps/suggestions', () => `e.object_type in ('suggestion', 'suggestions')`)
    this.objects.describe('overlap', async (ctx, ids) => {
      const cases = (await Promise.all(ids.map((id) => casesById(ctx).load(id)))).filter((one) => one !== null)
      return new Map(
        cases.map(({ id, number, title }) => {
          const name = writeNumber('O', number)
          return [id, { label: `${name} ${title}`, href: `/overlaps/${name}` }]
        }),
      )
    })
    // A suggested pair goes by its two items.
    this.objects.describe('suggestion', async (ctx, ids) => {
      const pairs = (await Promise.all(ids.map((id) => suggestionsById(ctx).load(id)))).filter((one) => one !== null)
      const faces = pairs.map(async ({ id, aId, bId }) => {
        const [a, b] = await Promise.all([itemsById(ctx).load(aId), itemsById(ctx).load(bId)])
        const label = a && b ? `${a.designation} – ${b.designation}` : null
        return [id, { label, href: `/overlaps/suggestions/${id}` }] as const
      })
      return new Map(await Promise.all(faces))
    })
  }
}
