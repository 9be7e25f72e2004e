import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import type { Ctx } from '#server/platform/context/index.js'
import type { AsOf } from '#server/platform/database/index.js'
import { pageArgs, type Connection, type PageInput } from '#server/platform/graphql/index.js'
import type { Organisation } from './organisation.entity.js'
import { organisationsById } from './organisations.loader.js'
import { Organisations, type OrganisationFilter } from './organisations.service.js'

type Listed = Connection<AsOf<Organisation>> & { readonly filter: OrganisationFilter }

@Resolver('Organisation')
export class OrganisationResolver {
  constructor(private readonly organisations: Organisations) {}

  @Query('organisations')
  async list(
    @Args() args: PageInput & { search?: string | null; asOf?: Date | string | null },
    @Context() ctx: Ctx,
  ): Promise<Listed> {
    const filter = { search: args.search, asOf: args.asOf ? new Date(args.asOf).toISOString() : null }
    return { ...(await this.organisations.page(ctx, filter, pageArgs(args))), filter }
  }

  /** In the form in which every source is shown; whoever checked it is an id, looked up by the room that knows people. */
  @ResolveField('provenance')
  provenance(@Parent() row: Organisation): object {
    const { source, confidence, evidenceOn, checkedById, checkAgainOn } = row
    return { source, confidence, asOf: evidenceOn, checkedById, checkAgainOn }
  }
}

@Resolver('OrganisationConnection')
export class OrganisationConnectionResolver {
  constructor(private readonly organisations: Organisations) {}

  /** Counted only when asked for. */
  @ResolveField('totalCount')
  totalCount(@Parent() listed: Listed, @Context() ctx: Ctx): Promise<number> {
    return this.organisations.count(ctx, listed.filter)
  }
}

/** The organisation that an affiliation means. */
@Resolver('Affiliation')
export class AffiliationOrganisationResolver {
  @ResolveField('organisation')
  async organisation(
    @Parent() affiliation: { organisationId: string | null },
    @Context() ctx: Ctx,
  ): Promise<Organisation | null> {
    return affiliation.organisationId === null ? null : organisationsById(ctx).load(affiliation.organisationId)
  }
}
