import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { isStale, type FactKind } from '#schema/vocabulary/register.js'
import { Access } from '#server/common/access/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { pageArgs, type PageInput } from '#server/platform/graphql/index.js'
import { provenanceOf, type Provenance } from '#server/roadmap/provenance/index.js'
import { waitingChecks } from './checks.loader.js'
import { Checks, type CheckFact } from './checks.service.js'
import type { FactCheck } from './fact-check.entity.js'
import { countFacts, factById, listFacts, type FactFilter, type FactList, type FactRow } from './facts.read.js'

const pages: Readonly<Partial<Record<FactKind, string>>> = {
  GAP: '/gaps/',
  COVERAGE: '/gaps/',
  GAP_BODY: '/gaps/',
  BODY: '/bodies/',
  PRINCIPLE: '/principles/',
  STAND: '/principles/',
}

@Resolver('Fact')
export class FactResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly access: Access,
    private readonly checks: Checks,
  ) {}

  @Query('factsToCheck')
  list(
    @Args() { filter, ...page }: PageInput & { filter?: FactFilter | null },
    @Context() ctx: Ctx,
  ): Promise<FactList> {
    return listFacts(ctx, filter ?? {}, pageArgs(page))
  }

  @Query('fact')
  fact(@Args() { kind, id }: { kind: FactKind; id: string }, @Context() ctx: Ctx): Promise<FactRow | null> {
    return factById(ctx, kind, id)
  }

  @Mutation('checkFact')
  check(@Args('input') input: CheckFact, @Context() ctx: Ctx): Promise<FactCheck> {
    return this.unit.write(ctx, (tx) => this.checks.check(tx, input))
  }

  @Mutation('settleCheck')
  settle(@Args('input') input: { id: string; isTaken: boolean }, @Context() ctx: Ctx): Promise<FactCheck> {
    return this.unit.write(ctx, (tx) => this.checks.settle(tx, input))
  }

  @ResolveField('href')
  href({ kind, slug }: FactRow): string {
    return (pages[kind] ?? '/items/') + slug.split('/').map(encodeURIComponent).join('/')
  }

  @ResolveField('isStale')
  isStale({ checkAgainOn }: FactRow, _args: unknown, ctx: Ctx): boolean {
    return isStale({ checkAgainOn }, ctx.now.toISOString().slice(0, 10))
  }

  @ResolveField('provenance')
  provenance(fact: FactRow): Provenance {
    return provenanceOf(fact)
  }

  /** What others wrote is for those who judge it; one's own one may see again. */
  @ResolveField('reports')
  async reports(fact: FactRow, _args: unknown, ctx: Ctx): Promise<FactCheck[]> {
    const waiting = await waitingChecks(ctx).load(`${fact.kind} ${fact.id}`)
    if (this.access.may(ctx, 'fact.confirm', fact)) return waiting
    return waiting.filter(({ saidBy }) => saidBy === ctx.viewer.personId)
  }

  @ResolveField('viewerMay')
  viewerMay(fact: FactRow, _args: unknown, ctx: Ctx): string[] {
    return this.access.allowed(ctx, 'fact', fact)
  }
}

@Resolver('FactConnection')
export class FactConnectionResolver {
  @ResolveField('totalCount')
  totalCount({ asked }: FactList, _args: unknown, ctx: Ctx): Promise<number> {
    return countFacts(ctx, asked)
  }
}

@Resolver('FactCheck')
export class FactCheckResolver {
  @ResolveField('on')
  on({ lookedOn }: FactCheck): string {
    return lookedOn
  }

  /** The person by id alone; the fields of a person are fetched by the room that knows people. */
  @ResolveField('saidBy')
  saidBy({ saidBy }: FactCheck): { id: string } {
    return { id: saidBy }
  }

  @ResolveField('fact')
  fact({ kind, factId }: FactCheck, _args: unknown, ctx: Ctx): Promise<FactRow | null> {
    return factById(ctx, kind, factId)
  }
}
