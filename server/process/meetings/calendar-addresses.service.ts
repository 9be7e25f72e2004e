import { Injectable } from '@nestjs/common'
import { chooseLanguage, type Language } from '#schema/words/index.js'
import { Account, Accounts, hashOfSecret, Identity, newSecret } from '#server/common/identity/index.js'
import type { Ctx, Viewer, WriteCtx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { CalendarAddress } from './calendar-address.entity.js'

/** Secret addresses under which calendar programs, which cannot sign in, read the meetings of a person. [IC-5] */
@Injectable()
export class CalendarAddresses {
  constructor(
    private readonly accounts: Accounts,
    private readonly identity: Identity,
  ) {}

  /** One's own address; null while there is none, and for a stranger. */
  async find(ctx: Ctx): Promise<CalendarAddress | null> {
    const { accountId } = ctx.viewer
    return accountId === null ? null : ctx.db.findOneBy(CalendarAddress, { accountId })
  }

  /** Makes one's own address, and ends the one that there was; the secret is returned this once. Refuses: SIGN_IN_REQUIRED. */
  async make(ctx: WriteCtx): Promise<{ address: CalendarAddress; secret: string }> {
    const { accountId, personId } = own(ctx)
    const secret = newSecret()
    const address = { accountId, secretHash: hashOfSecret(secret), madeAt: ctx.now, lastReadAt: null }
    await ctx.db.upsert(CalendarAddress, address, ['accountId'])
    await this.accounts.recordOf(ctx, 'calendar.addressMade', personId)
    return { address, secret }
  }

  /** Ends one's own address; where there is none, there still is none. Refuses: SIGN_IN_REQUIRED. */
  async withdraw(ctx: WriteCtx): Promise<void> {
    const { accountId, personId } = own(ctx)
    const { affected } = await ctx.db.delete(CalendarAddress, { accountId })
    if (affected) await this.accounts.recordOf(ctx, 'calendar.addressWithdrawn', personId)
  }

  /** Whose calendar a secret opens: the viewer that its owner is now, and their language. Null for a secret that works no longer. */
  async ownerOf(ctx: Ctx, secret: string): Promise<{ viewer: Viewer; language: Language } | null> {
    const found = await ctx.db.findOneBy(CalendarAddress, { secretHash: hashOfSecret(secret) })
    const account = found && (await ctx.db.findOneBy(Account, { id: found.accountId }))
    if (!account || account.closedAt !== null) return null
    await ctx.db.query(
      `update calendar_address set last_read_at = $2
       where account_id = $1 and (last_read_at is null or last_read_at < $2::timestamptz - interval '1 hour')`,
      [account.id, ctx.now],
    )
    const { viewer, language } = await this.identity.viewerOf(account)
    return { viewer, language: chooseLanguage(language, ctx.language) }
  }
}

function own({ viewer: { accountId, personId } }: Ctx): { accountId: string; personId: string } {
  if (accountId === null || personId === null) throw refuse('SIGN_IN_REQUIRED')
  return { accountId, personId }
}
