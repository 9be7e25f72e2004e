import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql'
import type { CoverageWeakness } from '#schema/vocabulary/register.js'
import { Access } from '#server/common/access/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import {
  CoverageEdges,
  type AssertCoverageInput,
  type ChangeCoverageInput,
  type EdgeInput,
  type WithdrawCoverageInput,
} from './coverage-edges.service.js'
import { weakestLinkOf } from './coverage.js'
import { GapCoverage } from './gap-coverage.entity.js'
import { edgeById, gapsById, type CoverageRow, type GapRow } from './gaps.loader.js'

@Resolver('GapCoverage')
export class CoverageEdgesResolver {
  constructor(
    private readonly verbs: CoverageEdges,
    private readonly unit: UnitOfWork,
    private readonly access: Access,
  ) {}

  @Mutation()
  async assertCoverage(@Args('input') input: AssertCoverageInput, @Context() ctx: Ctx): Promise<CoverageRow> {
    const { id } = await this.unit.writeOnce(
      ctx,
      { key: input.idempotencyKey, verb: 'assertCoverage', input },
      (tx) => this.verbs.assert(tx, input),
      (tx, id) => tx.db.findOneByOrFail(GapCoverage, { id }),
    )
    return this.row(ctx, id)
  }

  @Mutation()
  async changeCoverage(@Args('input') input: ChangeCoverageInput, @Context() ctx: Ctx): Promise<CoverageRow> {
    const { id } = await this.unit.write(ctx, (tx) => this.verbs.change(tx, input))
    return this.row(ctx, id)
  }

  @Mutation()
  async reviewCoverage(@Args('input') input: EdgeInput, @Context() ctx: Ctx): Promise<CoverageRow> {
    const { id } = await this.unit.write(ctx, (tx) => this.verbs.review(tx, input))
    return this.row(ctx, id)
  }

  @Mutation()
  async withdrawCoverage(@Args('input') input: WithdrawCoverageInput, @Context() ctx: Ctx): Promise<CoverageRow> {
    const { id } = await this.unit.write(ctx, (tx) => this.verbs.withdraw(tx, input))
    return this.row(ctx, id)
  }

  @ResolveField()
  gap(edge: CoverageRow, _args: unknown, ctx: Ctx): Promise<GapRow | null> {
    return gapsById(ctx, edge.asOf).load(edge.gapId)
  }

  @ResolveField()
  weakness({ itemId, degree, confidence, item }: CoverageRow): CoverageWeakness | null {
    return weakestLinkOf({ itemId, degree, confidence, itemState: item.state })
  }

  @ResolveField()
  assertedBy({ assertedById: id }: CoverageRow): { id: string } | null {
    return id === null ? null : { id }
  }

  @ResolveField()
  reviewedBy({ reviewedById: id }: CoverageRow): { id: string } | null {
    return id === null ? null : { id }
  }

  @ResolveField()
  withdrawnBy({ withdrawnById: id }: CoverageRow): { id: string } | null {
    return id === null ? null : { id }
  }

  @ResolveField()
  viewerMay(edge: CoverageRow, _args: unknown, ctx: Ctx): string[] {
    return this.access.allowed(ctx, 'coverage', edge)
  }

  /** The edge as it is after a change, with its item. */
  private async row(ctx: Ctx, id: string): Promise<CoverageRow> {
    const [row] = await edgeById(ctx).load(id)
    if (!row) throw new Error(`The coverage edge ${id} was just written and is not there`)
    return row
  }
}
