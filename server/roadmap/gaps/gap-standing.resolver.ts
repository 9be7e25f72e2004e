import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import type { ItemRow } from '#server/roadmap/items/index.js'
import { ProgressUpdate } from './gap-progress.entity.js'
import {
  GapStandings,
  type CloseGapInput,
  type RecordProgressInput,
  type ReopenGapInput,
} from './gap-standing.service.js'
import {
  closuresOfGap,
  edgesOfGap,
  gapsById,
  itemsOfClosure,
  progressOfGap,
  type ClosureRow,
  type GapRow,
  type ProgressRow,
} from './gaps.loader.js'
import { isProgressStale } from './progress.js'
import { questionsAbout, type StandingQuestion } from './standing-question.js'

/** The day that is today for what is read: that of the instant asked for, else the present one. */
const dayOf = (row: { readonly asOf: string | null }, ctx: Ctx) => (row.asOf ?? ctx.now.toISOString()).slice(0, 10)

/** How a gap moves: progress, decisions, what the register asks. */
@Resolver('Gap')
export class GapStandingResolver {
  constructor(
    private readonly verbs: GapStandings,
    private readonly unit: UnitOfWork,
  ) {}

  @Mutation()
  async recordGapProgress(@Args('input') input: RecordProgressInput, @Context() ctx: Ctx): Promise<ProgressRow> {
    const update = await this.unit.writeOnce(
      ctx,
      { key: input.idempotencyKey, verb: 'recordGapProgress', input },
      (tx) => this.verbs.recordProgress(tx, input),
      (tx, id) => tx.db.findOneByOrFail(ProgressUpdate, { id }),
    )
    return { ...update, asOf: null }
  }

  @Mutation()
  async closeGap(@Args('input') input: CloseGapInput, @Context() ctx: Ctx): Promise<GapRow> {
    const gap = await this.unit.write(ctx, (tx) => this.verbs.close(tx, input))
    return { ...gap, asOf: null }
  }

  @Mutation()
  async reopenGap(@Args('input') input: ReopenGapInput, @Context() ctx: Ctx): Promise<GapRow> {
    const gap = await this.unit.write(ctx, (tx) => this.verbs.reopen(tx, input))
    return { ...gap, asOf: null }
  }

  @ResolveField('isProgressStale')
  async isStale(gap: GapRow, _args: unknown, ctx: Ctx): Promise<boolean> {
    const [newest = null] = await progressOfGap(ctx, gap.asOf).load(gap.id)
    return isProgressStale(gap.progress, newest, dayOf(gap, ctx))
  }

  @ResolveField()
  progressUpdates(gap: GapRow, _args: unknown, ctx: Ctx): Promise<ProgressRow[]> {
    return progressOfGap(ctx, gap.asOf).load(gap.id)
  }

  @ResolveField()
  closures(gap: GapRow, _args: unknown, ctx: Ctx): Promise<ClosureRow[]> {
    return closuresOfGap(ctx, gap.asOf).load(gap.id)
  }

  @ResolveField()
  async questions(gap: GapRow, _args: unknown, ctx: Ctx): Promise<{ kind: StandingQuestion; item: ItemRow }[]> {
    const edges = await edgesOfGap(ctx, gap.asOf).load(gap.id)
    const [closure] = gap.standing === 'CLOSED' ? await closuresOfGap(ctx, gap.asOf).load(gap.id) : []
    const closedBy = closure ? await itemsOfClosure(ctx, gap.asOf).load(closure.id) : []
    return questionsAbout(gap.standing, edges, closedBy).map(({ question: kind, item }) => ({ kind, item }))
  }
}

@Resolver('GapProgressUpdate')
export class ProgressUpdateResolver {
  @ResolveField()
  gap(update: ProgressRow, _args: unknown, ctx: Ctx): Promise<GapRow | null> {
    return gapsById(ctx, update.asOf).load(update.gapId)
  }

  @ResolveField()
  on({ happenedOn }: ProgressRow): string {
    return happenedOn
  }

  @ResolveField()
  toldBy({ toldById: id }: ProgressRow): { id: string } | null {
    return id === null ? null : { id }
  }

  @ResolveField('isStale')
  async isNewestAndStale(update: ProgressRow, _args: unknown, ctx: Ctx): Promise<boolean> {
    const [newest] = await progressOfGap(ctx, update.asOf).load(update.gapId)
    return newest?.id === update.id && isProgressStale(update.progress, update, dayOf(update, ctx))
  }
}

@Resolver('GapClosure')
export class GapClosureResolver {
  @ResolveField()
  items(closure: ClosureRow, _args: unknown, ctx: Ctx): Promise<ItemRow[]> {
    return itemsOfClosure(ctx, closure.asOf).load(closure.id)
  }

  @ResolveField()
  toldBy({ toldById: id }: ClosureRow): { id: string } | null {
    return id === null ? null : { id }
  }

  @ResolveField()
  reopenedBy({ reopenedById: id }: ClosureRow): { id: string } | null {
    return id === null ? null : { id }
  }
}
