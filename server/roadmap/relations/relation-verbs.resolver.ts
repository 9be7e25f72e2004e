import { Args, Context, Mutation, Resolver } from '@nestjs/graphql'
import type { RelationType } from '#schema/vocabulary/register.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { handedIn, type SourceInput } from '#server/roadmap/provenance/index.js'
import { Relation } from './relation.entity.js'
import { relationsById, type RelationRow } from './relations.list.js'
import { Relations, type EndRelation } from './relations.service.js'

/** As in the SDL. */
interface WordsInput {
  readonly since?: string | null
  readonly clause?: string | null
  readonly evidence?: string | null
  readonly note?: string | null
  readonly source?: SourceInput | null
}

interface RecordInput extends WordsInput {
  readonly idempotencyKey: string
  readonly from: string
  readonly type: RelationType
  readonly to: string
}

interface ChangeInput extends WordsInput {
  readonly id: string
  readonly expectedRevision: number
}

/** The verbs on relations as the API has them. */
@Resolver('Relation')
export class RelationVerbsResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly relations: Relations,
  ) {}

  @Mutation('recordRelation')
  async record(@Args('input') input: RecordInput, @Context() ctx: Ctx): Promise<RelationRow> {
    const { idempotencyKey: key, source, ...given } = input
    const { id } = await this.unit.writeOnce(
      ctx,
      { key, verb: 'relation.recorded', input },
      (tx) => this.relations.record(tx, { ...given, provenance: handedIn(tx, source) }),
      (tx, id) => tx.db.findOneByOrFail(Relation, { id }),
    )
    return this.row(ctx, id)
  }

  @Mutation('changeRelation')
  async change(@Args('input') { source, ...given }: ChangeInput, @Context() ctx: Ctx): Promise<RelationRow> {
    const { id } = await this.unit.write(ctx, (tx) =>
      this.relations.change(tx, { ...given, provenance: source ? handedIn(tx, source) : null }),
    )
    return this.row(ctx, id)
  }

  @Mutation('endRelation')
  async end(
    @Args('input') input: Omit<EndRelation, 'until'> & { until?: string | null },
    @Context() ctx: Ctx,
  ): Promise<RelationRow> {
    const { id } = await this.unit.write(ctx, (tx) => this.relations.end(tx, { ...input, until: input.until ?? null }))
    return this.row(ctx, id)
  }

  /** The relation as it is after a change. */
  private async row(ctx: Ctx, id: string): Promise<RelationRow> {
    const row = await relationsById(ctx).load(id)
    if (!row) throw new Error(`The relation ${id} was just written and is not there`)
    return row
  }
}
