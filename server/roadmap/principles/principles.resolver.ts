import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { readNumber, writeNumber } from '#schema/vocabulary/numbers.js'
import type { Assessment } from '#schema/vocabulary/register.js'
import { Access } from '#server/common/access/index.js'
import { Activity, type ActivityEvent } from '#server/common/activity/index.js'
import type { Ctx } from '#server/platform/context/index.js'
import { pageArgs, type Connection, type PageInput } from '#server/platform/graphql/index.js'
import {
  countPrinciples,
  formerWordings,
  listPrinciples,
  principlesByNumber,
  type PrincipleList,
  type PrincipleRow,
} from './principles.list.js'
import { listStands, standCountsOfPrinciple, type StandCount, type StandList } from './stands.list.js'

@Resolver('Principle')
export class PrinciplesResolver {
  constructor(
    private readonly access: Access,
    private readonly record: Activity,
  ) {}

  @Query()
  principles(
    @Args() { asOf, ...page }: PageInput & { asOf?: Date | null },
    @Context() ctx: Ctx,
  ): Promise<PrincipleList> {
    return listPrinciples(ctx, pageArgs(page, { default: 100 }), asOf?.toISOString() ?? null)
  }

  @Query()
  async principle(
    @Args() { number: written, asOf }: { number: string; asOf?: Date | null },
    @Context() ctx: Ctx,
  ): Promise<PrincipleRow | null> {
    const number = readNumber('P', written)
    return number === null ? null : principlesByNumber(ctx, asOf?.toISOString()).load(number)
  }

  @ResolveField()
  number(principle: PrincipleRow): string {
    return writeNumber('P', principle.number)
  }

  @ResolveField()
  withdrawnReason({ withdrawnBecause }: PrincipleRow): string | null {
    return withdrawnBecause
  }

  /** The present wording and those before it; they differ in where they are kept, not in what they tell. */
  @ResolveField()
  async wordings(principle: PrincipleRow, _args: unknown, ctx: Ctx) {
    const former = await formerWordings(ctx, principle.asOf).load(principle.id)
    return [principle, ...former].map((wording, at) => ({
      ...wording,
      on: wording.wordedOn,
      reason: wording.rewordedBecause,
      isCurrent: at === 0,
    }))
  }

  @ResolveField()
  stands(
    { id: principleId, asOf }: PrincipleRow,
    { assessment, ...page }: PageInput & { assessment?: readonly Assessment[] | null },
    ctx: Ctx,
  ): Promise<StandList> {
    return listStands(ctx, { principleId, assessment: assessment ?? [], asOf }, pageArgs(page))
  }

  @ResolveField()
  standCounts(principle: PrincipleRow, _args: unknown, ctx: Ctx): Promise<StandCount[]> {
    return standCountsOfPrinciple(ctx, principle.asOf).load(principle.id)
  }

  @ResolveField()
  activity(principle: PrincipleRow, page: PageInput, ctx: Ctx): Promise<Connection<ActivityEvent>> {
    return this.record.page(ctx, { objectType: 'principle', objectId: principle.id }, pageArgs(page, { default: 20 }))
  }

  @ResolveField()
  viewerMay(principle: PrincipleRow, _args: unknown, ctx: Ctx): string[] {
    return this.access.allowed(ctx, 'principle', principle)
  }
}

@Resolver('PrincipleConnection')
export class PrincipleConnectionResolver {
  @ResolveField()
  totalCount({ asked }: PrincipleList, _args: unknown, ctx: Ctx): Promise<number> {
    return countPrinciples(ctx, asked)
  }
}
