import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql'
import { isDemoRequest, Settings } from '#server/platform/config/index.js'
import { UnitOfWork, type Ctx, type Viewer } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import type { AccessToken } from './access-token.entity.js'
import { Accounts } from './accounts.service.js'
import { requireSession } from './asker.js'
import { Browser } from './browser.service.js'
import { SignIn } from './sign-in.service.js'
import { StarterAccounts } from './starter-accounts.js'
import { Tokens } from './tokens.service.js'

/** Signing in and out, and what people do with their own account. `register` stands in the room that knows people. */
@Resolver()
export class IdentityResolver {
  constructor(
    private readonly settings: Settings,
    private readonly unit: UnitOfWork,
    private readonly signIns: SignIn,
    private readonly accounts: Accounts,
    private readonly tokens: Tokens,
    private readonly starters: StarterAccounts,
    private readonly browser: Browser,
  ) {}

  @Query('viewer')
  viewer(@Context() ctx: Ctx): Viewer {
    return ctx.viewer
  }

  @Mutation('signIn')
  async signIn(@Context() ctx: Ctx, @Args('input') input: { email: string; password: string }): Promise<Viewer> {
    return this.browser.enter(ctx, await this.signIns.byPassword(ctx, this.browser.asker(ctx), input))
  }

  @Mutation('requestSignInLink')
  async requestSignInLink(@Context() ctx: Ctx, @Args('email') email: string): Promise<{ isTaken: true }> {
    await this.signIns.requestLink(ctx, this.browser.asker(ctx), email)
    return { isTaken: true }
  }

  @Mutation('signInWithLink')
  async signInWithLink(@Context() ctx: Ctx, @Args('secret') secret: string): Promise<Viewer> {
    return this.browser.enter(ctx, await this.signIns.byLink(ctx, this.browser.asker(ctx), secret))
  }

  @Mutation('signInAsStarter')
  async signInAsStarter(@Context() ctx: Ctx, @Args('email') email: string): Promise<Viewer> {
    const starter = this.starters.find(email)
    if (!starter || !isDemoRequest(this.settings, this.browser.facts(ctx))) throw refuse('NOT_FOUND')
    return this.browser.enter(ctx, await this.signIns.byStarter(ctx, this.browser.asker(ctx), starter.email))
  }

  @Mutation('signOut')
  async signOut(@Context() ctx: Ctx): Promise<Viewer> {
    await this.signIns.out(ctx, this.browser.asker(ctx))
    return this.browser.leave(ctx)
  }

  @Mutation('changePassword')
  async changePassword(@Context() ctx: Ctx, @Args('input') input: { current: string; new: string }): Promise<Viewer> {
    requireSession(ctx)
    return this.browser.enter(ctx, await this.signIns.changePassword(ctx, this.browser.asker(ctx), input))
  }

  @Mutation('chooseLanguage')
  async chooseLanguage(@Context() ctx: Ctx, @Args('language') language: string): Promise<Viewer> {
    const account = await this.signIns.own(ctx)
    await this.unit.write(ctx, (tx) => this.accounts.setLanguage(tx, account, language))
    return this.browser.speak(ctx, language)
  }

  @Mutation('createAccessToken')
  async createAccessToken(
    @Context() ctx: Ctx,
    @Args('input') input: { name: string; expiresAt?: Date | null },
  ): Promise<{ token: AccessToken; secret: string }> {
    requireSession(ctx)
    const account = await this.signIns.own(ctx)
    return this.unit.write(ctx, (tx) => this.tokens.create(tx, account, input))
  }

  @Mutation('revokeAccessToken')
  async revokeAccessToken(@Context() ctx: Ctx, @Args('id') id: string): Promise<AccessToken> {
    const account = await this.signIns.own(ctx)
    return this.unit.write(ctx, (tx) => this.tokens.revoke(tx, account, id))
  }
}
