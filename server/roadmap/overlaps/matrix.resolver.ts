import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql'
import type { OverlapView } from '#schema/vocabulary/register.js'
import { Access } from '#server/common/access/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { pageArgs, type PageInput } from '#server/platform/graphql/index.js'
import { bodiesById, type BodyRow } from '#server/roadmap/bodies/index.js'
import { itemsById, type ItemRow } from '#server/roadmap/items/index.js'
import { casesById, type CaseRow } from './cases.loader.js'
import { readMatrix, type MatrixHead, type OverlapMatrix } from './matrix.read.js'
import {
  countSuggestions,
  listSuggestions,
  suggestionsById,
  type SuggestionFilter,
  type SuggestionList,
  type SuggestionRow,
} from './suggestions.list.js'
import { OverlapSuggestions, type Sought } from './suggestions.service.js'

type SuggestionsArgs = PageInput & { filter?: SuggestionFilter | null; asOf?: Date | null }

/** So many items are looked at while somebody waits; the job looks at the rest. */
const AT_ONCE = 10

@Resolver('OverlapSuggestion')
export class OverlapSuggestionsResolver {
  constructor(
    private readonly verbs: OverlapSuggestions,
    private readonly unit: UnitOfWork,
    private readonly access: Access,
  ) {}

  @Query()
  overlapMatrix(
    @Args() { view, items, asOf }: { view: OverlapView; items?: readonly string[] | null; asOf?: Date | null },
    @Context() ctx: Ctx,
  ): Promise<OverlapMatrix> {
    return readMatrix(ctx, { view, items: items ?? [], asOf: asOf?.toISOString() ?? null })
  }

  @Query()
  overlapSuggestions(@Args() { filter, asOf, ...page }: SuggestionsArgs, @Context() ctx: Ctx): Promise<SuggestionList> {
    return listSuggestions(ctx, filter ?? {}, pageArgs(page), asOf?.toISOString() ?? null)
  }

  @Query()
  overlapSuggestion(@Args('id') id: string, @Context() ctx: Ctx): Promise<SuggestionRow | null> {
    return suggestionsById(ctx).load(id)
  }

  @Mutation()
  async dismissOverlapSuggestion(
    @Args('input') input: { id: string; expectedRevision: number; reason: string },
    @Context() ctx: Ctx,
  ): Promise<SuggestionRow> {
    const dismissed = await this.unit.write(ctx, (tx) => this.verbs.dismiss(tx, input))
    return { ...dismissed, asOf: null }
  }

  @Mutation()
  seekOverlaps(@Context() ctx: Ctx): Promise<Sought> {
    return this.unit.write(ctx, (tx) => this.verbs.seek(tx, AT_ONCE))
  }

  @ResolveField()
  a({ aId, asOf }: SuggestionRow, _args: unknown, ctx: Ctx): Promise<ItemRow | null> {
    return itemsById(ctx, asOf).load(aId)
  }

  @ResolveField()
  b({ bId, asOf }: SuggestionRow, _args: unknown, ctx: Ctx): Promise<ItemRow | null> {
    return itemsById(ctx, asOf).load(bId)
  }

  @ResolveField()
  likeness({ likeness }: SuggestionRow): number {
    return likeness / 1000
  }

  @ResolveField('case')
  case({ caseId, asOf }: SuggestionRow, _args: unknown, ctx: Ctx): Promise<CaseRow | null> | null {
    return caseId === null ? null : casesById(ctx, asOf).load(caseId)
  }

  @ResolveField()
  viewerMay(row: SuggestionRow, _args: unknown, ctx: Ctx): string[] {
    return this.access
      .allowed(ctx, 'overlap', row)
      .filter((permission) => permission === 'READ' || row.state === 'OPEN')
      .map((permission) => (permission === 'EDIT' ? 'SETTLE' : permission))
  }
}

@Resolver('OverlapSuggestionConnection')
export class OverlapSuggestionConnectionResolver {
  @ResolveField()
  totalCount({ asked }: SuggestionList, _args: unknown, ctx: Ctx): Promise<number> {
    return countSuggestions(ctx, asked)
  }
}

@Resolver('OverlapMatrixHead')
export class OverlapMatrixHeadResolver {
  @ResolveField()
  body({ bodyId, asOf }: MatrixHead, _args: unknown, ctx: Ctx): Promise<BodyRow | null> | null {
    return bodyId === null ? null : bodiesById(ctx, asOf).load(bodyId)
  }

  @ResolveField()
  item({ itemId, asOf }: MatrixHead, _args: unknown, ctx: Ctx): Promise<ItemRow | null> | null {
    return itemId === null ? null : itemsById(ctx, asOf).load(itemId)
  }
}
