import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { readNumber, writeNumber } from '#schema/vocabulary/numbers.js'
import type { CoverageDegree, CoverageWeakness, Priority } from '#schema/vocabulary/register.js'
import { Access } from '#server/common/access/index.js'
import { Activity, type ActivityEvent } from '#server/common/activity/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { pageArgs, type Connection, type PageInput } from '#server/platform/graphql/index.js'
import { bodiesById, type BodyRow } from '#server/roadmap/bodies/index.js'
import type { PrincipleRow } from '#server/roadmap/principles/index.js'
import { caseSum, type CaseScores } from './case-score.js'
import { ItemCounts } from '#server/roadmap/items/index.js'
import { readCoverageMap, type CoverageMap } from './coverage-map.read.js'
import { coverageOf } from './coverage.js'
import { Gap } from './gap.entity.js'
import { countGapFacets, countGaps, listGaps, type GapFacets, type GapList, type GapSort } from './gaps.list.js'
import {
  bodiesOfGap,
  edgesOfGap,
  gapsById,
  gapsByNumber,
  principlesOfGap,
  withdrawnEdgesOfGap,
  type CoverageRow,
  type GapBodyRow,
  type GapRow,
} from './gaps.loader.js'
import type { GapFilter } from './gaps.query.js'
import { GapChanges } from './gap-changes.service.js'
import type { CreateGapInput, UpdateGapInput } from './gap-input.js'
import { Gaps } from './gaps.service.js'
import { scoresOf, suggestionFor } from './priority.js'

type GapsArgs = PageInput & { filter?: GapFilter | null; sort?: GapSort | null; asOf?: Date | null }

interface CoverageSummary extends Record<'full' | 'partial' | 'none' | 'unknown', number> {
  degree: CoverageDegree
  expected: CoverageDegree
  weakest: CoverageRow | null
  weakestLink: CoverageWeakness | null
}

@Resolver('Gap')
export class GapsResolver {
  constructor(
    private readonly verbs: Gaps,
    private readonly changes: GapChanges,
    private readonly unit: UnitOfWork,
    private readonly access: Access,
    private readonly record: Activity,
    private readonly counts: ItemCounts,
  ) {}

  @Query()
  gaps(@Args() { filter, sort, asOf, ...page }: GapsArgs, @Context() ctx: Ctx): Promise<GapList> {
    const order = sort ?? { by: 'NUMBER', direction: 'ASC' }
    return listGaps(ctx, filter ?? {}, order, pageArgs(page), asOf?.toISOString() ?? null)
  }

  @Query()
  gap(@Args() { id, asOf }: { id: string; asOf?: Date | null }, @Context() ctx: Ctx): Promise<GapRow | null> | null {
    const number = readNumber('G', id)
    return number === null ? null : gapsByNumber(ctx, asOf?.toISOString()).load(number)
  }

  @Query()
  gapFacets(
    @Args() { filter, asOf }: { filter?: GapFilter | null; asOf?: Date | null },
    @Context() ctx: Ctx,
  ): Promise<GapFacets> {
    return countGapFacets(ctx, filter ?? {}, asOf?.toISOString() ?? null)
  }

  @Query()
  coverage(@Args() { asOf }: { asOf?: Date | null }, @Context() ctx: Ctx): Promise<CoverageMap> {
    return readCoverageMap(ctx, this.counts, asOf?.toISOString() ?? null)
  }

  @Mutation()
  async createGap(@Args('input') input: CreateGapInput, @Context() ctx: Ctx): Promise<GapRow> {
    const gap = await this.unit.writeOnce(
      ctx,
      { key: input.idempotencyKey, verb: 'createGap', input },
      (tx) => this.verbs.create(tx, input),
      (tx, id) => tx.db.findOneByOrFail(Gap, { id }),
    )
    return { ...gap, asOf: null }
  }

  @Mutation()
  async updateGap(@Args('input') input: UpdateGapInput, @Context() ctx: Ctx): Promise<GapRow> {
    const gap = await this.unit.write(ctx, (tx) => this.changes.update(tx, input))
    return { ...gap, asOf: null }
  }

  @ResolveField()
  number(gap: GapRow): string {
    return writeNumber('G', gap.number)
  }

  @ResolveField()
  score(gap: GapRow): (CaseScores & { sum: number }) | null {
    const scores = scoresOf(gap)
    return scores && { ...scores, sum: caseSum(scores) }
  }

  @ResolveField()
  priority(gap: GapRow): Priority | null {
    return gap.priority ?? suggestionFor(gap)
  }

  @ResolveField()
  suggestedPriority(gap: GapRow): Priority | null {
    return suggestionFor(gap)
  }

  @ResolveField('coverage')
  async summary(gap: GapRow, _args: unknown, ctx: Ctx): Promise<CoverageSummary> {
    return summaryOf(await edgesOfGap(ctx, gap.asOf).load(gap.id))
  }

  @ResolveField()
  coverageEdges(gap: GapRow, _args: unknown, ctx: Ctx): Promise<CoverageRow[]> {
    return edgesOfGap(ctx, gap.asOf).load(gap.id)
  }

  @ResolveField()
  withdrawnEdges(gap: GapRow, _args: unknown, ctx: Ctx): Promise<CoverageRow[]> {
    return withdrawnEdgesOfGap(ctx, gap.asOf).load(gap.id)
  }

  @ResolveField()
  bodies(gap: GapRow, _args: unknown, ctx: Ctx): Promise<GapBodyRow[]> {
    return bodiesOfGap(ctx, gap.asOf).load(gap.id)
  }

  @ResolveField()
  principles(gap: GapRow, _args: unknown, ctx: Ctx): Promise<PrincipleRow[]> {
    return principlesOfGap(ctx, gap.asOf).load(gap.id)
  }

  @ResolveField()
  activity(gap: GapRow, page: PageInput, ctx: Ctx): Promise<Connection<ActivityEvent>> {
    return this.record.page(ctx, { objectType: 'gap', objectId: gap.id }, pageArgs(page, { default: 20 }))
  }

  @ResolveField()
  viewerMay(gap: GapRow, _args: unknown, ctx: Ctx): string[] {
    return this.access.allowed(ctx, 'gap', gap)
  }
}

/** What all edges of a gap come to. [GA-9, GA-10] */
function summaryOf(edges: readonly CoverageRow[]): CoverageSummary {
  const { today, expected, restsOn, weakestLink } = coverageOf(
    edges.map(({ itemId, degree, confidence, item }) => ({ itemId, degree, confidence, itemState: item.state })),
  )
  const having = (degree: CoverageDegree) => edges.filter((edge) => edge.degree === degree).length
  return {
    degree: today,
    expected,
    weakest: edges.find(({ itemId }) => itemId === restsOn) ?? null,
    weakestLink,
    full: having('FULL'),
    partial: having('PARTIAL'),
    none: having('NONE'),
    unknown: having('UNKNOWN'),
  }
}

@Resolver('GapConnection')
export class GapConnectionResolver {
  @ResolveField()
  totalCount({ asked }: GapList, _args: unknown, ctx: Ctx): Promise<number> {
    return countGaps(ctx, asked)
  }
}

@Resolver('GapBody')
export class GapBodyResolver {
  @ResolveField()
  gap(row: GapBodyRow, _args: unknown, ctx: Ctx): Promise<GapRow | null> {
    return gapsById(ctx, row.asOf).load(row.gapId)
  }

  @ResolveField()
  body(row: GapBodyRow, _args: unknown, ctx: Ctx): Promise<BodyRow | null> {
    return bodiesById(ctx, row.asOf).load(row.bodyId)
  }
}
