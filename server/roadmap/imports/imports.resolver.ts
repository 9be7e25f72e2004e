import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { IMPORT_OUTCOMES, type ImportChoice, type ImportOutcome } from '#schema/vocabulary/imports.js'
import { Access } from '#server/common/access/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { pageArgs, type Connection, type PageInput } from '#server/platform/graphql/index.js'
import { itemsById, type ItemRow } from '#server/roadmap/items/index.js'
import './imports.access.js'
import { listImportRows, listImports } from './imports.list.js'
import { Imports, type DecideRow } from './imports.service.js'
import { ItemImport } from './item-import.entity.js'
import { ItemImportRow } from './item-import-row.entity.js'
import { meaningOf } from './table-columns.js'
import { obstaclesOf } from './undoing.service.js'

@Resolver('Import')
export class ImportsResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly access: Access,
    private readonly imports: Imports,
  ) {}

  /** A list of its own: whoever may not run imports is told so, since nothing is given away by that. */
  @Query('imports')
  list(@Args() page: PageInput, @Context() ctx: Ctx): Promise<Connection<ItemImport>> {
    this.access.require(ctx, 'import.see', null)
    return listImports(ctx, pageArgs(page))
  }

  @Query('import')
  async one(@Args('id') id: string, @Context() ctx: Ctx): Promise<ItemImport | null> {
    return this.access.may(ctx, 'import.see', null) ? ctx.db.findOneBy(ItemImport, { id }) : null
  }

  @Mutation('decideImportRow')
  decide(@Args('input') input: DecideRow, @Context() ctx: Ctx): Promise<ItemImportRow> {
    return this.unit.write(ctx, (tx) => this.imports.decide(tx, input))
  }

  @Mutation('decideImportRows')
  decideAll(@Args('input') input: { id: string; choice: ImportChoice }, @Context() ctx: Ctx): Promise<ItemImport> {
    return this.unit.write(ctx, (tx) => this.imports.decideAll(tx, input))
  }

  @Mutation('previewImport')
  preview(@Args('id') id: string, @Context() ctx: Ctx): Promise<ItemImport> {
    return this.unit.write(ctx, (tx) => this.imports.previewAgain(tx, { id }))
  }

  @Mutation('applyImport')
  apply(@Args('input') input: { id: string; expectedRevision: number }, @Context() ctx: Ctx): Promise<ItemImport> {
    return this.unit.write(ctx, (tx) => this.imports.apply(tx, input))
  }

  @Mutation('cancelImport')
  cancel(@Args('id') id: string, @Context() ctx: Ctx): Promise<ItemImport> {
    return this.unit.write(ctx, (tx) => this.imports.cancel(tx, { id }))
  }

  @Mutation('undoImport')
  undo(@Args('input') input: { id: string; isPartial?: boolean | null }, @Context() ctx: Ctx): Promise<ItemImport> {
    return this.unit.write(ctx, (tx) => this.imports.undo(tx, input))
  }

  @ResolveField('counts')
  counts(@Parent() { counts }: ItemImport): { outcome: ImportOutcome; count: number }[] {
    return IMPORT_OUTCOMES.map((outcome) => ({ outcome, count: counts[outcome] ?? 0 }))
  }

  @ResolveField('asOf')
  asOf(@Parent() { evidenceOn }: ItemImport): string {
    return evidenceOn
  }

  @ResolveField('progress')
  progress(@Parent() { progressDone, progressTotal }: ItemImport): { done: number; total: number } {
    return { done: progressDone, total: progressTotal }
  }

  /** The person by id alone; the fields of a person are fetched by the room that knows people. */
  @ResolveField('uploadedBy')
  uploadedBy(@Parent() { uploadedBy }: ItemImport): { id: string } | null {
    return uploadedBy === null ? null : { id: uploadedBy }
  }

  @ResolveField('undecided')
  async undecided(@Parent() { id }: ItemImport, _args: unknown, @Context() ctx: Ctx): Promise<number> {
    const [{ count }] = (await ctx.db.query(
      `select count(*)::int as count from item_import_row
       where import_id = $1 and outcome = 'DOUBTFUL' and choice is null and lead_number is null`,
      [id],
    )) as [{ count: number }]
    return count
  }

  @ResolveField('rows')
  rows(
    @Parent() { id }: ItemImport,
    @Args() { outcome, ...page }: PageInput & { outcome?: readonly ImportOutcome[] | null },
    @Context() ctx: Ctx,
  ): Promise<Connection<ItemImportRow>> {
    return listImportRows(ctx, id, outcome ?? null, pageArgs(page))
  }

  @ResolveField('obstacles')
  async obstacles(@Parent() it: ItemImport, @Args('first') first: number | null, @Context() ctx: Ctx) {
    if (it.state !== 'APPLIED') return []
    const obstacles = [...(await obstaclesOf(ctx.db, it.id))]
      .sort(([one], [other]) => one - other)
      .slice(0, Math.min(first ?? 100, 200))
    const numbers = obstacles.map(([number]) => number)
    const rows = (await ctx.db.query(
      `select number, (done->>'itemId')::uuid as "itemId", fact->>'designation' as designation from item_import_row
       where import_id = $1 and number = any($2::int[])`,
      [it.id, numbers],
    )) as { number: number; itemId: string; designation: string }[]
    const byNumber = new Map(rows.map((row) => [row.number, row]))
    return obstacles.map(([number, why]) => ({ number, why, ...byNumber.get(number) }))
  }
}

@Resolver('ImportObstacle')
export class ImportObstacleResolver {
  @ResolveField('item')
  item(@Parent() { itemId }: { itemId: string }, _args: unknown, @Context() ctx: Ctx): Promise<ItemRow | null> {
    return itemsById(ctx).load(itemId)
  }
}

@Resolver('ImportRow')
export class ImportRowResolver {
  @ResolveField('designation')
  designation(@Parent() { fact, raw }: ItemImportRow): string | null {
    return fact ? fact.designation : sentAs(raw, 'designation')
  }

  @ResolveField('title')
  title(@Parent() { fact, raw }: ItemImportRow): string | null {
    return fact ? (fact.titles['en'] ?? Object.values(fact.titles)[0] ?? null) : sentAs(raw, 'title')
  }

  @ResolveField('item')
  async item(@Parent() { itemId }: ItemImportRow, _args: unknown, @Context() ctx: Ctx): Promise<ItemRow | null> {
    return itemId === null ? null : itemsById(ctx).load(itemId)
  }

  @ResolveField('candidates')
  async candidates(@Parent() { candidates }: ItemImportRow, _args: unknown, @Context() ctx: Ctx): Promise<ItemRow[]> {
    const items = await Promise.all(candidates.map((id) => itemsById(ctx).load(id)))
    return items.filter((item) => item !== null)
  }

  @ResolveField('isUndecided')
  isUndecided(@Parent() { outcome, choice, leadNumber }: ItemImportRow): boolean {
    return outcome === 'DOUBTFUL' && choice === null && leadNumber === null
  }

  @ResolveField('isWritten')
  isWritten(@Parent() { done, isUndone }: ItemImportRow): boolean {
    return done !== null && !isUndone
  }
}

/** What a row that could not be read, or that adds to another, has in a column. */
function sentAs(raw: ItemImportRow['raw'], part: 'designation' | 'title'): string | null {
  const [, value] = Object.entries(raw).find(([heading]) => meaningOf(heading)?.part === part) ?? []
  return typeof value === 'string' ? value : null
}
