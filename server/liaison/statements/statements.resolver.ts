import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { Access } from '#server/common/access/index.js'
import { documentsById, type SharedDocument } from '#server/drafting/documents/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { columnsOf, Params, queryRows } from '#server/platform/database/index.js'
import { pageArgs, type PageInput } from '#server/platform/graphql/index.js'
import { groupsById, scopeOf, StandardsGroup, visibleGroups } from '#server/process/groups/index.js'
import { bodiesById, type BodyRow } from '#server/roadmap/bodies/index.js'
import { casesById, type CaseRow } from '#server/roadmap/overlaps/index.js'
import { Statement } from './statement.entity.js'
import {
  countStatements,
  listStatements,
  statementsOfCase,
  type StatementFilter,
  type StatementList,
} from './statements.list.js'
import { Statements, type StartStatement } from './statements.service.js'

@Resolver('Statement')
export class StatementResolver {
  constructor(
    private readonly verbs: Statements,
    private readonly unit: UnitOfWork,
  ) {}

  @Query()
  statements(
    @Args() { filter, ...page }: PageInput & { filter?: StatementFilter | null },
    @Context() ctx: Ctx,
  ): Promise<StatementList> {
    return listStatements(ctx, filter ?? {}, pageArgs(page))
  }

  @Mutation()
  startStatement(
    @Args('input') input: StartStatement & { idempotencyKey: string },
    @Context() ctx: Ctx,
  ): Promise<Statement> {
    return this.unit.writeOnce(
      ctx,
      { key: input.idempotencyKey, verb: 'startStatement', input },
      (tx) => this.verbs.start(tx, input),
      (tx, id) => tx.db.findOneByOrFail(Statement, { id }),
    )
  }

  @ResolveField()
  group({ groupId }: Statement, _args: unknown, ctx: Ctx) {
    return groupsById(ctx).load(groupId)
  }

  @ResolveField()
  to({ toBodyId }: Statement, _args: unknown, ctx: Ctx): Promise<BodyRow | null> {
    return bodiesById(ctx).load(toBodyId)
  }

  @ResolveField('case')
  case({ caseId }: Statement, _args: unknown, ctx: Ctx): Promise<CaseRow | null> | null {
    return caseId === null ? null : casesById(ctx).load(caseId)
  }

  @ResolveField()
  document({ documentId }: Statement, _args: unknown, ctx: Ctx): Promise<SharedDocument | null> {
    return documentsById(ctx).load(documentId)
  }

  /** The person by id alone; the fields of a person are fetched by the room that knows people. */
  @ResolveField()
  draftedBy({ draftedBy: id }: Statement): { id: string } | null {
    return id === null ? null : { id }
  }
}

@Resolver('StatementConnection')
export class StatementConnectionResolver {
  @ResolveField()
  totalCount({ filter }: StatementList, _args: unknown, ctx: Ctx): Promise<number> {
    return countStatements(ctx, filter)
  }
}

/** Statements as seen from the cases, which do not know them. */
@Resolver('OverlapCase')
export class CaseStatementsResolver {
  @ResolveField()
  statements({ id }: CaseRow, _args: unknown, ctx: Ctx): Promise<Statement[]> {
    return statementsOfCase(ctx).load(id)
  }
}

@Resolver('Viewer')
export class ViewerStatementsResolver {
  constructor(private readonly access: Access) {}

  @ResolveField()
  async statementGroups(_viewer: unknown, _args: unknown, ctx: Ctx): Promise<StandardsGroup[]> {
    const p = new Params()
    const { from, where } = visibleGroups(ctx.viewer, null, p)
    // Whoever holds no role anywhere speaks for nobody; an administrator may speak for every group.
    const scopes = ctx.viewer.standings.map(({ scopeId }) => scopeId)
    const own = ctx.viewer.isAdministrator ? 'true' : `g.id = any(${p.add(scopes)}::uuid[])`
    const groups = await queryRows<StandardsGroup>(
      ctx.db,
      `select ${columnsOf(ctx.db, StandardsGroup, 'g')} from ${from} where ${where} and ${own} order by g.name collate natural_name, g.id limit 200`,
      p.values,
    )
    return groups.filter((group) => this.access.may(ctx, 'group.draftStatement', scopeOf(group)))
  }
}
