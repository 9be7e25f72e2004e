import { Injectable } from '@nestjs/common'
import type { WriteCtx } from '#server/platform/context/index.js'
import { columnsOf, newId } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { Account } from './account.entity.js'
import type { LinkPurpose } from './mailed-link.entity.js'
import { hashOfSecret, newSecret } from './secret.js'

const MINUTES = 15

/** Mailed links: each works once, for fifteen minutes, and ends those of the same purpose that were mailed before. [ID-6] */
@Injectable()
export class Links {
  /** Makes a link and returns its address and end. It opens a page with one button, so that a mail scanner that follows it does not use it up and
   *  people without script can. Our log leaves queries out, and the referrer policy keeps the address from other sites. */
  async make(
    ctx: WriteCtx,
    account: Account,
    purpose: LinkPurpose,
    site: string,
  ): Promise<{ link: string; until: string }> {
    await this.voidAll(ctx, account, purpose)
    const secret = newSecret()
    const expiresAt = new Date(ctx.now.getTime() + MINUTES * 60_000)
    await ctx.db.query(
      `insert into mailed_link (id, account_id, purpose, secret_hash, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)`,
      [newId(), account.id, purpose, hashOfSecret(secret), ctx.now, expiresAt],
    )
    return {
      link: `${site}/sign-in/link?secret=${secret}`,
      until: expiresAt.toISOString().slice(0, 16).replace('T', ' '),
    }
  }

  /** Ends the links of an account that have not been opened. */
  async voidAll(ctx: WriteCtx, account: Account, purpose?: LinkPurpose): Promise<void> {
    await ctx.db.query(
      `update mailed_link set used_at = $2 where account_id = $1 and used_at is null and ($3::text is null or purpose = $3)`,
      [account.id, ctx.now, purpose ?? null],
    )
  }

  /** Opens a link: the same statement finds it and marks it used, so of two at once one wins. Refuses: LINK_EXPIRED. */
  async open(ctx: WriteCtx, secret: string): Promise<{ account: Account; purpose: LinkPurpose }> {
    const [rows] = (await ctx.db.query(
      `update mailed_link set used_at = $2 where secret_hash = $1 and used_at is null and expires_at > $2
       returning account_id as "accountId", purpose`,
      [hashOfSecret(secret), ctx.now],
    )) as [{ accountId: string; purpose: LinkPurpose }[], number]
    const link = rows[0]
    if (!link) throw refuse('LINK_EXPIRED')
    const [account] = (await ctx.db.query(
      `select ${columnsOf(ctx.db, Account, 'a')} from account a where a.id = $1 and a.closed_at is null`,
      [link.accountId],
    )) as Account[]
    if (!account) throw refuse('LINK_EXPIRED')
    return { account, purpose: link.purpose }
  }
}
