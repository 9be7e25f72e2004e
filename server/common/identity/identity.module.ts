import { Global, Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { AccessToken } from './access-token.entity.js'
import { Account } from './account.entity.js'
import { Accounts } from './accounts.service.js'
import { Browser } from './browser.service.js'
import { CtxFactory } from './ctx-factory.js'
import { Identity } from './identity.service.js'
import { IdentityResolver } from './identity.resolver.js'
import { Limits } from './limits.service.js'
import { Links } from './links.service.js'
import { MailedLink } from './mailed-link.entity.js'
import { Passwords } from './passwords.service.js'
import { AccountSession } from './session.entity.js'
import { Sessions } from './sessions.service.js'
import { SignIn } from './sign-in.service.js'
import { StarterAccounts } from './starter-accounts.js'
import { Sweeper } from './sweeper.js'
import { Tokens } from './tokens.service.js'
import { ViewerResolver } from './viewer.resolver.js'
import './identity.access.js'

/**
 * Accounts, sign-in by password and by mailed link, sessions, personal access tokens; who is asking. Knows a person only as an id; the
 * room above makes people, and the rooms that give roles hand in how to load them. Only hashes of secrets are stored.
 * Rules: docs/rules/common.md (ID).
 */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Account, AccountSession, AccessToken, MailedLink])],
  providers: [
    Accounts,
    Browser,
    CtxFactory,
    Identity,
    IdentityResolver,
    Limits,
    Links,
    Passwords,
    Sessions,
    SignIn,
    StarterAccounts,
    Sweeper,
    Tokens,
    ViewerResolver,
  ],
  exports: [Accounts, Browser, CtxFactory, Identity, Limits, SignIn, StarterAccounts, Tokens],
})
export class IdentityModule {}
