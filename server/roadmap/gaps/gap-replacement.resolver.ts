import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import {
  GapReplacements,
  type MergeGapInput,
  type SplitGapInput,
  type UndoReplacementInput,
} from './gap-replacement.service.js'
import {
  arrivalsOfGap,
  replacedBy,
  replacementsById,
  replacingIn,
  type GapRow,
  type ReplacementRow,
} from './gaps.loader.js'

/** Where numbers lead. [GA-13] */
@Resolver('Gap')
export class GapReplacementsResolver {
  constructor(
    private readonly verbs: GapReplacements,
    private readonly unit: UnitOfWork,
  ) {}

  @Mutation()
  async mergeGap(@Args('input') input: MergeGapInput, @Context() ctx: Ctx): Promise<GapRow> {
    const gap = await this.unit.write(ctx, (tx) => this.verbs.merge(tx, input))
    return { ...gap, asOf: null }
  }

  @Mutation()
  async splitGap(@Args('input') input: SplitGapInput, @Context() ctx: Ctx): Promise<GapRow> {
    const gap = await this.unit.write(ctx, (tx) => this.verbs.split(tx, input))
    return { ...gap, asOf: null }
  }

  @Mutation()
  async undoGapReplacement(@Args('input') input: UndoReplacementInput, @Context() ctx: Ctx): Promise<GapRow> {
    const gap = await this.unit.write(ctx, (tx) => this.verbs.undo(tx, input))
    return { ...gap, asOf: null }
  }

  @ResolveField()
  replacement(gap: GapRow, _args: unknown, ctx: Ctx): Promise<ReplacementRow | null> | null {
    return gap.replacementId === null ? null : replacementsById(ctx, gap.asOf).load(gap.replacementId)
  }

  @ResolveField()
  arrivals(gap: GapRow, _args: unknown, ctx: Ctx): Promise<ReplacementRow[]> {
    return arrivalsOfGap(ctx, gap.asOf).load(gap.id)
  }
}

@Resolver('GapReplacement')
export class GapReplacementResolver {
  @ResolveField()
  on({ happenedOn }: ReplacementRow): string {
    return happenedOn
  }

  @ResolveField()
  from(step: ReplacementRow, _args: unknown, ctx: Ctx): Promise<GapRow[]> {
    return replacedBy(ctx, step.asOf).load(step.id)
  }

  @ResolveField()
  into(step: ReplacementRow, _args: unknown, ctx: Ctx): Promise<GapRow[]> {
    return replacingIn(ctx, step.asOf).load(step.id)
  }

  @ResolveField()
  toldBy({ toldById: id }: ReplacementRow): { id: string } | null {
    return id === null ? null : { id }
  }
}
