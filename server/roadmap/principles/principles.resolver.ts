import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { writeNumber } from '#schema/vocabulary/numbers.js'
import type { Ctx } from '#server/platform/context/index.js'
import { pageArgs, type PageInput } from '#server/platform/graphql/index.js'
import { countPrinciples, listPrinciples, type PrincipleList, type PrincipleRow } from './principles.list.js'

@Resolver('Principle')
export class PrinciplesResolver {
  @Query()
  principles(
    @Args() { asOf, ...page }: PageInput & { asOf?: Date | null },
    @Context() ctx: Ctx,
  ): Promise<PrincipleList> {
    return listPrinciples(ctx, pageArgs(page, { default: 100 }), asOf?.toISOString() ?? null)
  }

  @ResolveField()
  number(principle: PrincipleRow): string {
    return writeNumber('P', principle.number)
  }
}

@Resolver('PrincipleConnection')
export class PrincipleConnectionResolver {
  @ResolveField()
  totalCount({ asked }: PrincipleList, _args: unknown, ctx: Ctx): Promise<number> {
    return countPrinciples(ctx, asked)
  }
}
