import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { offsetInWords } from '#schema/words/explain-group.js'
import { wordsFor } from '#schema/words/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { provenanceOf } from '#server/roadmap/provenance/index.js'
import { TermsOfReference } from './terms.entity.js'
import { sectionsInOrder, termsDeadlines } from './terms-of-reference.js'
import { TermsWriting, type WriteTerms } from './terms-writing.service.js'

const units = { calendarDays: 'CALENDAR_DAYS', weeks: 'WEEKS', months: 'MONTHS', workingDays: 'WORKING_DAYS' } as const

@Resolver('TermsOfReference')
export class TermsResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly writing: TermsWriting,
  ) {}

  @Mutation('recordTerms')
  record(
    @Args('input') input: WriteTerms & { idempotencyKey: string },
    @Context() ctx: Ctx,
  ): Promise<TermsOfReference> {
    const once = { key: input.idempotencyKey, verb: 'group.termsRecorded', input }
    return this.unit.writeOnce(
      ctx,
      once,
      (tx) => this.writing.write(tx, input),
      (tx, id) => tx.db.findOneByOrFail(TermsOfReference, { id }),
    )
  }

  @ResolveField('sections')
  sections(@Parent() terms: TermsOfReference) {
    return sectionsInOrder(terms.sections)
  }

  @ResolveField('deadlines')
  deadlines(@Parent() terms: TermsOfReference, @Context() ctx: Ctx) {
    const words = wordsFor(ctx.language)
    return termsDeadlines(terms.sections).map(({ section, obligation, offset }) => {
      const [unit, count] = Object.entries(offset)[0] as [keyof typeof units, number]
      return { section, obligation, unit: units[unit], count, text: offsetInWords(words, offset) }
    })
  }

  @ResolveField('provenance')
  provenance(@Parent() terms: TermsOfReference) {
    return provenanceOf(terms)
  }
}
