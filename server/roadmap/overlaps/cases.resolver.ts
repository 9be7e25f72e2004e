import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { readNumber, writeNumber } from '#schema/vocabulary/numbers.js'
import type { CaseState } from '#schema/vocabulary/register.js'
import { Access } from '#server/common/access/index.js'
import { Activity, type ActivityEvent } from '#server/common/activity/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { pageArgs, type Connection, type PageInput } from '#server/platform/graphql/index.js'
import { bodiesById, type BodyRow } from '#server/roadmap/bodies/index.js'
import { itemsById, type ItemRow } from '#server/roadmap/items/index.js'
import { caseSteps } from './case-steps.js'
import { countCases, listCases, type CaseList, type OverlapFilter } from './cases.list.js'
import {
  casesByNumber,
  casesOfItem,
  itemsOfCase,
  stepsOfCase,
  type CaseItemRow,
  type CaseRow,
  type StepRow,
} from './cases.loader.js'
import { OverlapCases, type GivenCase, type MoveCase, type UpdateCase } from './cases.service.js'
import { OverlapCase } from './overlap-case.entity.js'

type OverlapsArgs = PageInput & { filter?: OverlapFilter | null; asOf?: Date | null }

@Resolver('OverlapCase')
export class OverlapCasesResolver {
  constructor(
    private readonly verbs: OverlapCases,
    private readonly unit: UnitOfWork,
    private readonly access: Access,
    private readonly record: Activity,
  ) {}

  @Query()
  overlaps(@Args() { filter, asOf, ...page }: OverlapsArgs, @Context() ctx: Ctx): Promise<CaseList> {
    return listCases(ctx, filter ?? {}, pageArgs(page), asOf?.toISOString() ?? null)
  }

  @Query()
  overlap(
    @Args() { number: text, asOf }: { number: string; asOf?: Date | null },
    @Context() ctx: Ctx,
  ): Promise<CaseRow | null> | null {
    const number = readNumber('O', text)
    return number === null ? null : casesByNumber(ctx, asOf?.toISOString()).load(number)
  }

  @Mutation()
  async openOverlapCase(
    @Args('input') input: GivenCase & { idempotencyKey: string },
    @Context() ctx: Ctx,
  ): Promise<CaseRow> {
    const opened = await this.unit.writeOnce(
      ctx,
      { key: input.idempotencyKey, verb: 'openOverlapCase', input },
      (tx) => this.verbs.open(tx, input),
      (tx, id) => tx.db.findOneByOrFail(OverlapCase, { id }),
    )
    return { ...opened, asOf: null }
  }

  @Mutation()
  async updateOverlapCase(@Args('input') input: UpdateCase, @Context() ctx: Ctx): Promise<CaseRow> {
    const updated = await this.unit.write(ctx, (tx) => this.verbs.update(tx, input))
    return { ...updated, asOf: null }
  }

  @Mutation()
  async moveOverlapCase(@Args('input') input: MoveCase, @Context() ctx: Ctx): Promise<CaseRow> {
    const moved = await this.unit.write(ctx, (tx) => this.verbs.move(tx, input))
    return { ...moved, asOf: null }
  }

  @ResolveField()
  number(row: CaseRow): string {
    return writeNumber('O', row.number)
  }

  @ResolveField()
  items(row: CaseRow, _args: unknown, ctx: Ctx): Promise<CaseItemRow[]> {
    return itemsOfCase(ctx, row.asOf).load(row.id)
  }

  @ResolveField()
  owner(row: CaseRow, _args: unknown, ctx: Ctx): Promise<BodyRow | null> | null {
    return row.ownerId === null ? null : bodiesById(ctx, row.asOf).load(row.ownerId)
  }

  @ResolveField()
  mayBecome({ state }: CaseRow): readonly CaseState[] {
    return caseSteps[state]
  }

  @ResolveField()
  steps(row: CaseRow, _args: unknown, ctx: Ctx): Promise<StepRow[]> {
    return stepsOfCase(ctx, row.asOf).load(row.id)
  }

  @ResolveField()
  activity(row: CaseRow, page: PageInput, ctx: Ctx): Promise<Connection<ActivityEvent>> {
    return this.record.page(ctx, { objectType: 'overlap', objectId: row.id }, pageArgs(page, { default: 20 }))
  }

  @ResolveField()
  viewerMay(row: CaseRow, _args: unknown, ctx: Ctx): string[] {
    return this.access.allowed(ctx, 'overlap', row)
  }
}

@Resolver('OverlapCaseConnection')
export class OverlapCaseConnectionResolver {
  @ResolveField()
  totalCount({ asked }: CaseList, _args: unknown, ctx: Ctx): Promise<number> {
    return countCases(ctx, asked)
  }
}

@Resolver('OverlapCaseItem')
export class OverlapCaseItemResolver {
  @ResolveField()
  item(row: CaseItemRow, _args: unknown, ctx: Ctx): Promise<ItemRow | null> {
    return itemsById(ctx, row.asOf).load(row.itemId)
  }

  /** As of when it was read; the row's own `asOf` is the instant at which the register is read. */
  @ResolveField()
  asOf({ readOn }: CaseItemRow): string | null {
    return readOn
  }
}

@Resolver('OverlapStep')
export class OverlapStepResolver {
  @ResolveField()
  from({ fromState }: StepRow): CaseState | null {
    return fromState
  }

  @ResolveField()
  to({ toState }: StepRow): CaseState {
    return toState
  }

  @ResolveField()
  on({ happenedOn }: StepRow): string {
    return happenedOn
  }

  /** The person by id alone; the fields of a person are fetched by the room that knows people. */
  @ResolveField()
  toldBy({ toldById: id }: StepRow): { id: string } | null {
    return id === null ? null : { id }
  }
}

/** Cases as seen from the items, which do not know them. */
@Resolver('Item')
export class ItemCasesResolver {
  @ResolveField()
  overlapCases(item: ItemRow, _args: unknown, ctx: Ctx): Promise<CaseRow[]> {
    return casesOfItem(ctx, item.asOf).load(item.id)
  }
}
