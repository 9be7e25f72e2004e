import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { listLoader, type WriteCtx } from '#server/platform/context/index.js'
import { columnsOf, newId } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { AccessToken } from './access-token.entity.js'
import type { Account } from './account.entity.js'
import { Accounts } from './accounts.service.js'
import { hashOfSecret, newSecret } from './secret.js'
import type { Holder } from './sessions.service.js'

/** Begins each token, so that people and scanners of published code know one when they see it. */
const PREFIX = 'rpt_'

/** All tokens of an account, newest first, revoked ones included. */
export const tokensOfAccount = listLoader<string, AccessToken>(async (ctx, accountIds) => {
  const rows = (await ctx.db.query(
    `select ${columnsOf(ctx.db, AccessToken, 't')} from access_token t where t.account_id = any($1)
     order by t.created_at desc, t.id desc`,
    [accountIds],
  )) as AccessToken[]
  return Map.groupBy(rows, (row) => row.accountId)
})

/** Personal access tokens. */
@Injectable()
export class Tokens {
  constructor(private readonly accounts: Accounts) {}

  /** Makes a token; the secret is returned this once. Refuses: BAD_INPUT. [ID-4] */
  async create(
    ctx: WriteCtx,
    account: Pick<Account, 'id' | 'personId'>,
    input: { name: string; expiresAt?: Date | null },
  ): Promise<{ token: AccessToken; secret: string }> {
    const name = input.name.trim()
    if (name.length < 1 || name.length > 100) {
      throw refuse('BAD_INPUT', { detail: 'a name has 1 to 100 characters' }, { field: 'input.name' })
    }
    const expiresAt = input.expiresAt ? new Date(input.expiresAt) : null
    if (expiresAt && expiresAt <= ctx.now) {
      throw refuse('BAD_INPUT', { detail: 'the end of the token has passed already' }, { field: 'input.expiresAt' })
    }
    const secret = newSecret(PREFIX)
    const token = ctx.db.create(AccessToken, {
      id: newId(),
      accountId: account.id,
      name,
      secretHash: hashOfSecret(secret),
      createdAt: ctx.now,
      lastUsedAt: null,
      expiresAt,
      revokedAt: null,
    })
    await ctx.db.insert(AccessToken, token)
    await this.accounts.recordOf(ctx, 'token.created', account.personId, { tokenId: token.id })
    return { token, secret }
  }

  /** Ends a token of this account; one that has ended stays ended. Refuses: NOT_FOUND, also for anybody else's. */
  async revoke(ctx: WriteCtx, account: Pick<Account, 'id' | 'personId'>, id: string): Promise<AccessToken> {
    const token = await ctx.db.findOne(AccessToken, {
      where: { id, accountId: account.id },
      lock: { mode: 'pessimistic_write' },
    })
    if (!token) throw refuse('NOT_FOUND', {}, { field: 'id' })
    if (token.revokedAt) return token
    token.revokedAt = ctx.now
    await ctx.db.update(AccessToken, id, { revokedAt: ctx.now })
    await this.accounts.recordOf(ctx, 'token.revoked', account.personId, { tokenId: id })
    return token
  }

  /** Whose tokens these are, by secret, without those that do not work (any more). When one was last used is kept within the hour. */
  async holders(db: EntityManager, secrets: readonly string[], now: Date): Promise<Map<string, Holder>> {
    const byHash = new Map(secrets.map((secret) => [hashOfSecret(secret).toString('hex'), secret]))
    const rows = (await db.query(
      `select t.id, encode(t.secret_hash, 'hex') as hash, (t.last_used_at is null or t.last_used_at < $2::timestamptz - interval '1 hour') as "isStale",
              a.id as "accountId", a.person_id as "personId", a.is_administrator as "isAdministrator", a.language
       from access_token t join account a on a.id = t.account_id
       where t.secret_hash = any($1::bytea[]) and t.revoked_at is null and (t.expires_at is null or t.expires_at > $2)
         and a.closed_at is null`,
      [secrets.map(hashOfSecret), now],
    )) as (Holder & { id: string; hash: string; isStale: boolean })[]
    const stale = rows.filter(({ isStale }) => isStale).map(({ id }) => id)
    if (stale.length > 0)
      await db.query('update access_token set last_used_at = $2 where id = any($1::uuid[])', [stale, now])
    return new Map(rows.map((row) => [byHash.get(row.hash)!, row]))
  }
}
