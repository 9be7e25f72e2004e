import { Args, Context, Mutation, Resolver } from '@nestjs/graphql'
import type { BodyKind } from '#schema/vocabulary/register.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { handedIn, type SourceInput } from '#server/roadmap/provenance/index.js'
import { bodiesById, type BodyRow } from './bodies.loader.js'
import { Bodies } from './bodies.service.js'
import { BodyNames, type GivenName, type RenameBody } from './body-names.service.js'
import { Body } from './body.entity.js'

/** As in the SDL. */
interface FactsInput {
  readonly kind: BodyKind
  readonly parent?: string | null
  readonly coParent?: string | null
  readonly url?: string | null
  readonly role?: string | null
  readonly numbering?: string | null
  readonly dissolvedOn?: string | null
  readonly successor?: string | null
  readonly names?: readonly GivenName[] | null
  readonly source?: SourceInput | null
}

interface RecordInput extends FactsInput {
  readonly idempotencyKey: string
  readonly slug?: string | null
  readonly name: string
  readonly acronym?: string | null
}

interface UpdateInput extends FactsInput {
  readonly body: string
  readonly expectedRevision: number
}

const factsOf = ({ parent, coParent, successor, names, ...facts }: FactsInput) => ({
  ...facts,
  parentSlug: parent,
  coParentSlug: coParent,
  successorSlug: successor,
  ...(names && { names }),
})

/** The verbs on bodies as the API has them. */
@Resolver('Body')
export class BodyVerbsResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly bodies: Bodies,
    private readonly names: BodyNames,
  ) {}

  @Mutation('recordBody')
  async record(@Args('input') input: RecordInput, @Context() ctx: Ctx): Promise<BodyRow> {
    const { idempotencyKey: key, source, slug, name, acronym } = input
    const { id } = await this.unit.writeOnce(
      ctx,
      { key, verb: 'body.recorded', input },
      (tx) => this.bodies.record(tx, { ...factsOf(input), slug, name, acronym, provenance: handedIn(tx, source) }),
      (tx, id) => tx.db.findOneByOrFail(Body, { id }),
    )
    return this.row(ctx, id)
  }

  @Mutation('updateBody')
  async update(@Args('input') input: UpdateInput, @Context() ctx: Ctx): Promise<BodyRow> {
    const { body, expectedRevision, source } = input
    const { id } = await this.unit.write(ctx, (tx) =>
      this.bodies.update(tx, {
        ...factsOf(input),
        body,
        expectedRevision,
        provenance: source ? handedIn(tx, source) : null,
      }),
    )
    return this.row(ctx, id)
  }

  @Mutation('renameBody')
  async rename(
    @Args('input') { source, ...given }: Omit<RenameBody, 'provenance'> & { source?: SourceInput | null },
    @Context() ctx: Ctx,
  ): Promise<BodyRow> {
    const { id } = await this.unit.write(ctx, (tx) =>
      this.names.rename(tx, { ...given, provenance: handedIn(tx, source) }),
    )
    return this.row(ctx, id)
  }

  /** The body as it is after a change. */
  private async row(ctx: Ctx, id: string): Promise<BodyRow> {
    const row = await bodiesById(ctx).load(id)
    if (!row) throw new Error(`The body ${id} was just written and is not there`)
    return row
  }
}
