import { Injectable } from '@nestjs/common'
import { Settings } from '#server/platform/config/index.js'
import { UnitOfWork, type Ctx, type WriteCtx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { Mail } from '#server/platform/mail/index.js'
import { accountsById, Accounts } from './accounts.service.js'
import type { Account } from './account.entity.js'
import { emailAddress } from './email-address.js'
import { Limits } from './limits.service.js'
import { Links } from './links.service.js'
import { weaknessOf } from './password-policy.js'
import { Passwords } from './passwords.service.js'
import { Sessions } from './sessions.service.js'
import { siteAddress } from './site-address.js'

/** What is known of the browser that asks. */
export interface Asker {
  /** Network address. */
  readonly ip: string
  readonly host: string | undefined
  /** Secret of the session cookie; undefined without one. */
  readonly session: string | undefined
}

/** A session that was opened: whose, and the secret for its cookie. */
export interface Opened {
  readonly accountId: string
  readonly secret: string
}

/** The ways in, and what an account's owner does with it. What an unknown address gets does not differ from what a known one gets. [ID-2] */
@Injectable()
export class SignIn {
  constructor(
    private readonly settings: Settings,
    private readonly unit: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly links: Links,
    private readonly limits: Limits,
    private readonly mail: Mail,
  ) {}

  /** Opens a session by e-mail and password. Refuses: BAD_CREDENTIALS, TOO_MANY_REQUESTS. [ID-1] */
  async byPassword(ctx: Ctx, asker: Asker, input: { email: string; password: string }): Promise<Opened> {
    const email = emailAddress(input.email)
    const forgive = this.limits.take('signIn', asker.ip, email ?? '', ctx.now)
    const account = email === null ? null : await this.accounts.byEmail(ctx.db, email)
    const usable = account && account.closedAt === null && account.emailConfirmedAt !== null
    // Outside any transaction: hashing takes long, and a connection is not to wait for it.
    const matches = await this.passwords.verify(usable ? account.passwordHash : null, input.password)
    if (!usable || !matches) throw refuse('BAD_CREDENTIALS')
    forgive()
    return this.open(ctx, asker, account.id)
  }

  /** Mails a link that signs in, or says by mail that there is no account. Refuses: BAD_INPUT, TOO_MANY_REQUESTS. [ID-2, ID-6] */
  async requestLink(ctx: Ctx, asker: Asker, typed: string): Promise<void> {
    const email = this.mailable(ctx, asker, typed, 'email')
    const site = siteAddress(this.settings, asker.host)
    await this.unit.write(ctx, async (tx) => {
      const account = await this.accounts.byEmail(tx.db, email)
      const words = this.accounts.wordsFor(tx, account)
      if (account && account.closedAt === null) {
        const { link, until } = await this.links.make(tx, account, 'SIGN_IN', site)
        await this.mail.send(tx, {
          to: account.email,
          personId: account.personId,
          subject: words('mail.signInLink.subject'),
          body: words('mail.signInLink.body', { link, until }),
        })
      } else {
        await this.mail.send(tx, {
          to: email,
          personId: null,
          subject: words('mail.noAccount.subject'),
          body: words('mail.noAccount.body', { link: `${site}/register` }),
        })
      }
    })
  }

  /**
   * Makes a link that signs the owner of an account in, for the operator who has just made it to hand over, and writes the letter that brings
   * it. Nobody's permission is asked: the command line is the only caller. [ID-6]
   */
  async invite(tx: WriteCtx, account: Account): Promise<{ link: string; until: string }> {
    const { link, until } = await this.links.make(tx, account, 'SIGN_IN', siteAddress(this.settings, undefined))
    const words = this.accounts.wordsFor(tx, account)
    await this.mail.send(tx, {
      to: account.email,
      personId: account.personId,
      subject: words('mail.invited.subject'),
      body: words('mail.invited.body', { link, until }),
    })
    return { link, until }
  }

  /**
   * Opens a session by the secret of a mailed link. It also confirms the address. A password that was set before that is kept only by the very
   * link that confirms its registration: anybody can register with the address of somebody else and a password of their own.
   * Refuses: LINK_EXPIRED, TOO_MANY_REQUESTS. [ID-6, ID-7]
   */
  async byLink(ctx: Ctx, asker: Asker, secret: string): Promise<Opened> {
    const forgive = this.limits.take('link', asker.ip, null, ctx.now)
    const opened = await this.unit.write(ctx, async (tx) => {
      const { account, purpose } = await this.links.open(tx, secret)
      await this.accounts.confirm(tx, account, purpose === 'CONFIRM_EMAIL')
      await this.links.voidAll(tx, account)
      return { accountId: account.id, secret: await this.sessions.open(tx, account.id, asker.session) }
    })
    forgive()
    return opened
  }

  /** Opens a session without any proof. The caller has seen that the request may use demo mode and that it is a starter account. */
  async byStarter(ctx: Ctx, asker: Asker, email: string): Promise<Opened> {
    const account = await this.accounts.byEmail(ctx.db, email)
    if (!account || account.closedAt !== null) throw refuse('NOT_FOUND', {}, { field: 'email' })
    return this.open(ctx, asker, account.id)
  }

  /** Ends the session of this browser. */
  async out(ctx: Ctx, asker: Asker): Promise<void> {
    await this.unit.write(ctx, (tx) => this.sessions.end(tx, asker.session))
  }

  /**
   * Changes one's own password and ends all sessions but a new one for this browser. Somebody without a password (who came by mailed link) sets
   * their first; `current` is then not looked at. Refuses: SIGN_IN_REQUIRED, BAD_CREDENTIALS, PASSWORD_TOO_WEAK, TOO_MANY_REQUESTS.
   */
  async changePassword(ctx: Ctx, asker: Asker, input: { current: string; new: string }): Promise<Opened> {
    const account = await this.own(ctx)
    const forgive = this.limits.take('signIn', asker.ip, account.email, ctx.now)
    if (account.passwordHash !== null && !(await this.passwords.verify(account.passwordHash, input.current))) {
      throw refuse('BAD_CREDENTIALS', {}, { field: 'input.current' })
    }
    forgive()
    const hash = await this.hashNew(input.new, { email: account.email }, 'input.new')
    return this.unit.write(ctx, async (tx) => {
      await this.accounts.setPassword(tx, account, hash)
      await this.sessions.endAll(tx, account.id)
      await this.links.voidAll(tx, account)
      const words = this.accounts.wordsFor(tx, account)
      const link = `${siteAddress(this.settings, asker.host)}/sign-in`
      await this.mail.send(tx, {
        to: account.email,
        personId: account.personId,
        subject: words('mail.passwordChanged.subject'),
        body: words('mail.passwordChanged.body', { link }),
      })
      return { accountId: account.id, secret: await this.sessions.open(tx, account.id, undefined) }
    })
  }

  /**
   * The part of signing up that knows accounts: looks at address and password, hashes (always, so that known and unknown addresses cost the
   * same), and mails. `makePerson` records whoever is new. Refuses: BAD_INPUT, PASSWORD_TOO_WEAK, TOO_MANY_REQUESTS. [ID-2, ID-7]
   */
  async register(
    ctx: Ctx,
    asker: Asker,
    input: { name: string; email: string; password: string },
    makePerson: (tx: WriteCtx) => Promise<string>,
  ): Promise<void> {
    const weakness = weaknessOf(input.password, input)
    if (weakness) throw refuse('PASSWORD_TOO_WEAK', { reason: weakness }, { field: 'input.password' })
    const email = this.mailable(ctx, asker, input.email, 'input.email')
    const hash = await this.passwords.hash(input.password)
    const site = siteAddress(this.settings, asker.host)
    await this.unit.write(ctx, async (tx) => {
      // One at a time for an address: the second finds what the first made.
      await tx.db.query('select pg_advisory_xact_lock(hashtextextended(lower($1), 7301))', [email])
      const known = await this.accounts.byEmail(tx.db, email)
      if (known && (known.emailConfirmedAt !== null || known.closedAt !== null)) {
        const words = this.accounts.wordsFor(tx, known)
        await this.mail.send(tx, {
          to: known.email,
          personId: known.personId,
          subject: words('mail.alreadyRegistered.subject'),
          body: words('mail.alreadyRegistered.body', { link: `${site}/sign-in` }),
        })
        return
      }
      // Registered before and never confirmed: nobody can tell which of the two is the owner of the mail box, so no password counts.
      if (known && known.passwordHash !== null) await this.accounts.setPassword(tx, known, null)
      const account =
        known ??
        (await this.accounts.create(tx, {
          personId: await makePerson(tx),
          email,
          passwordHash: hash,
          isConfirmed: false,
        }))!
      const words = this.accounts.wordsFor(tx, account)
      const { link, until } = await this.links.make(tx, account, 'CONFIRM_EMAIL', site)
      await this.mail.send(tx, {
        to: account.email,
        personId: account.personId,
        subject: words('mail.confirmEmail.subject'),
        body: words('mail.confirmEmail.body', { link, until }),
      })
    })
  }

  /** The hash of a new password. Refuses: PASSWORD_TOO_WEAK. */
  async hashNew(password: string, whose: { email: string; name?: string }, field: string): Promise<string> {
    const weakness = weaknessOf(password, whose)
    if (weakness) throw refuse('PASSWORD_TOO_WEAK', { reason: weakness }, { field })
    return this.passwords.hash(password)
  }

  /** The viewer's own account. Refuses: SIGN_IN_REQUIRED. */
  async own(ctx: Ctx): Promise<Account> {
    const account = ctx.viewer.accountId === null ? null : await accountsById(ctx).load(ctx.viewer.accountId)
    if (!account) throw refuse('SIGN_IN_REQUIRED')
    return account
  }

  private open(ctx: Ctx, asker: Asker, accountId: string): Promise<Opened> {
    return this.unit.write(ctx, async (tx) => ({
      accountId,
      secret: await this.sessions.open(tx, accountId, asker.session),
    }))
  }

  private mailable(ctx: Ctx, asker: Asker, typed: string, field: string): string {
    const email = emailAddress(typed)
    if (email === null) throw refuse('BAD_INPUT', { detail: 'the e-mail address is not one' }, { field })
    this.limits.take('mail', asker.ip, email, ctx.now)
    return email
  }
}
