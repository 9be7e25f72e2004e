import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { Access } from '#server/common/access/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { pageArgs, type PageInput } from '#server/platform/graphql/index.js'
import type { EditionContributor } from './edition-contributor.entity.js'
import type { EditionNote } from './edition-note.entity.js'
import { Edition } from './edition.entity.js'
import {
  contributorsOf,
  countEditions,
  editionsByNumber,
  editionsBySlug,
  listEditions,
  notesOf,
  type EditionList,
} from './editions.list.js'
import {
  Editions,
  type AnnotateEdition,
  type CreateEdition,
  type EditionStep,
  type UpdateEdition,
  type Verification,
} from './editions.service.js'

@Resolver('Edition')
export class EditionsResolver {
  constructor(
    private readonly verbs: Editions,
    private readonly unit: UnitOfWork,
    private readonly access: Access,
  ) {}

  @Query('editions')
  list(@Args() page: PageInput, @Context() ctx: Ctx): Promise<EditionList> {
    return listEditions(ctx, pageArgs(page))
  }

  @Query('edition')
  async one(
    @Args() { number, slug }: { number?: number | null; slug?: string | null },
    @Context() ctx: Ctx,
  ): Promise<Edition | null> {
    const edition =
      slug != null
        ? await editionsBySlug(ctx).load(slug)
        : number != null
          ? await editionsByNumber(ctx).load(number)
          : null
    return edition && this.access.may(ctx, 'edition.read', edition) ? edition : null
  }

  @Mutation('createEdition')
  create(@Args('input') input: CreateEdition & { idempotencyKey: string }, @Context() ctx: Ctx): Promise<Edition> {
    return this.unit.writeOnce(
      ctx,
      { key: input.idempotencyKey, verb: 'createEdition', input },
      (tx) => this.verbs.create(tx, input),
      (tx, id) => tx.db.findOneByOrFail(Edition, { id }),
    )
  }

  @Mutation('updateEdition')
  update(@Args('input') input: UpdateEdition, @Context() ctx: Ctx): Promise<Edition> {
    return this.unit.write(ctx, (tx) => this.verbs.update(tx, input))
  }

  @Mutation('freezeEdition')
  freeze(@Args('input') input: EditionStep, @Context() ctx: Ctx): Promise<Edition> {
    return this.unit.write(ctx, (tx) => this.verbs.freeze(tx, input))
  }

  @Mutation('annotateEdition')
  annotate(@Args('input') input: AnnotateEdition, @Context() ctx: Ctx): Promise<Edition> {
    return this.unit.write(ctx, (tx) => this.verbs.annotate(tx, input))
  }

  @Mutation('verifyEdition')
  verify(@Args('slug') slug: string, @Context() ctx: Ctx): Promise<Verification> {
    return this.unit.write(ctx, (tx) => this.verbs.verify(tx, slug))
  }

  @ResolveField('hash')
  hash({ hash }: Edition): string | null {
    return hash?.toString('hex') ?? null
  }

  @ResolveField('contributors')
  contributors({ id }: Edition, _args: unknown, ctx: Ctx): Promise<EditionContributor[]> {
    return contributorsOf(ctx).load(id)
  }

  @ResolveField('notes')
  async notes({ id }: Edition, _args: unknown, ctx: Ctx): Promise<EditionNote[]> {
    return (await notesOf(ctx).load(id)).filter(({ contributorId }) => contributorId === null)
  }

  @ResolveField('viewerMay')
  viewerMay(edition: Edition, _args: unknown, ctx: Ctx): string[] {
    return this.access.allowed(ctx, 'edition', edition)
  }
}

@Resolver('EditionContributor')
export class EditionContributorResolver {
  @ResolveField('notes')
  async notes({ id, editionId }: EditionContributor, _args: unknown, ctx: Ctx): Promise<EditionNote[]> {
    return (await notesOf(ctx).load(editionId)).filter(({ contributorId }) => contributorId === id)
  }
}

@Resolver('EditionConnection')
export class EditionConnectionResolver {
  @ResolveField('totalCount')
  totalCount(_list: EditionList, _args: unknown, ctx: Ctx): Promise<number> {
    return countEditions(ctx)
  }
}
