import { Args, Context, Mutation, Resolver } from '@nestjs/graphql'
import type { PrincipleOrigin } from '#schema/vocabulary/register.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { handedIn, type SourceInput } from '#server/roadmap/provenance/index.js'
import { PrincipleStand } from './principle-stand.entity.js'
import { PrincipleStands, type AssessItem } from './principle-stands.service.js'
import { Principle } from './principle.entity.js'
import { principlesById, type PrincipleRow } from './principles.list.js'
import { Principles, type WithdrawPrinciple } from './principles.service.js'
import type { StandRow } from './stands.list.js'

/** As in the SDL. */
interface WordingInput {
  readonly title: string
  readonly statement: string
  readonly rationale?: string | null
  readonly origin: PrincipleOrigin
  readonly on?: string | null
  readonly source?: SourceInput | null
}

interface RewordInput extends WordingInput {
  readonly number: string
  readonly expectedRevision: number
  readonly reason: string
}

type AssessInput = Omit<AssessItem, 'provenance'> & { readonly source?: SourceInput | null }

/** The verbs on principles as the API has them. */
@Resolver('Principle')
export class PrincipleVerbsResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly principles: Principles,
    private readonly stands: PrincipleStands,
  ) {}

  @Mutation('recordPrinciple')
  async record(
    @Args('input') input: WordingInput & { idempotencyKey: string },
    @Context() ctx: Ctx,
  ): Promise<PrincipleRow> {
    const { idempotencyKey: key, source, ...given } = input
    const { id } = await this.unit.writeOnce(
      ctx,
      { key, verb: 'principle.recorded', input },
      (tx) => this.principles.record(tx, { ...given, provenance: handedIn(tx, source) }),
      (tx, id) => tx.db.findOneByOrFail(Principle, { id }),
    )
    return this.row(ctx, id)
  }

  @Mutation('rewordPrinciple')
  async reword(@Args('input') { source, ...given }: RewordInput, @Context() ctx: Ctx): Promise<PrincipleRow> {
    const { id } = await this.unit.write(ctx, (tx) =>
      this.principles.reword(tx, { ...given, provenance: handedIn(tx, source) }),
    )
    return this.row(ctx, id)
  }

  @Mutation('withdrawPrinciple')
  async withdraw(@Args('input') input: WithdrawPrinciple, @Context() ctx: Ctx): Promise<PrincipleRow> {
    const { id } = await this.unit.write(ctx, (tx) => this.principles.withdraw(tx, input))
    return this.row(ctx, id)
  }

  @Mutation('assessItem')
  async assess(@Args('input') { source, ...given }: AssessInput, @Context() ctx: Ctx): Promise<StandRow> {
    const stand: PrincipleStand = await this.unit.write(ctx, (tx) =>
      this.stands.assess(tx, { ...given, provenance: handedIn(tx, source) }),
    )
    return { ...stand, asOf: null }
  }

  /** The principle as it is after a change. */
  private async row(ctx: Ctx, id: string): Promise<PrincipleRow> {
    const row = await principlesById(ctx).load(id)
    if (!row) throw new Error(`The principle ${id} was just written and is not there`)
    return row
  }
}
