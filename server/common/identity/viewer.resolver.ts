import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { Access } from '#server/common/access/index.js'
import { isDemoRequest, Settings } from '#server/platform/config/index.js'
import { isSignedIn, type Ctx, type Viewer } from '#server/platform/context/index.js'
import type { AccessToken } from './access-token.entity.js'
import { accountsById } from './accounts.service.js'
import { Browser } from './browser.service.js'
import { StarterAccounts, type StarterAccount } from './starter-accounts.js'
import { tokensOfAccount } from './tokens.service.js'

/** The viewer's own fields; `person` and `roles` are added by the rooms that know them. */
@Resolver('Viewer')
export class ViewerResolver {
  constructor(
    private readonly settings: Settings,
    private readonly access: Access,
    private readonly starters: StarterAccounts,
    private readonly browser: Browser,
  ) {}

  @ResolveField('isSignedIn')
  isSignedIn(@Parent() viewer: Viewer): boolean {
    return isSignedIn(viewer)
  }

  @ResolveField('email')
  async email(@Parent() viewer: Viewer, @Context() ctx: Ctx): Promise<string | null> {
    if (viewer.accountId === null) return null
    return (await accountsById(ctx).load(viewer.accountId))?.email ?? null
  }

  @ResolveField('language')
  language(@Context() ctx: Ctx): string {
    return ctx.language
  }

  @ResolveField('accessTokens')
  async accessTokens(@Parent() viewer: Viewer, @Context() ctx: Ctx): Promise<AccessToken[]> {
    return viewer.accountId === null ? [] : tokensOfAccount(ctx).load(viewer.accountId)
  }

  @ResolveField('viewerMay')
  viewerMay(@Context() ctx: Ctx): string[] {
    return this.access.allowed(ctx, 'site', null)
  }

  @ResolveField('isDemo')
  isDemo(@Context() ctx: Ctx): boolean {
    return isDemoRequest(this.settings, this.browser.facts(ctx))
  }

  @ResolveField('starterAccounts')
  starterAccounts(@Context() ctx: Ctx): readonly StarterAccount[] {
    return this.isDemo(ctx) ? this.starters.all : []
  }
}
