import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { WriteCtx } from '#server/platform/context/index.js'
import { newId } from '#server/platform/database/index.js'
import { hashOfSecret, newSecret } from './secret.js'

const DAYS = 30

/** The account behind a session or a token, as far as a request needs it. */
export interface Holder {
  readonly accountId: string
  readonly personId: string
  readonly isAdministrator: boolean
  readonly language: string | null
}

/** Sessions: who is signed in in which browser. Each ends thirty days after it was last used. [ID-5] */
@Injectable()
export class Sessions {
  /**
   * Opens a session and returns the secret for its cookie. The secret is always new, and the session that the browser had before ends: one
   * that somebody else planted there leads nowhere. [ID-5]
   */
  async open(ctx: WriteCtx, accountId: string, before: string | undefined): Promise<string> {
    await this.end(ctx, before)
    const secret = newSecret()
    await ctx.db.query(
      `insert into account_session (id, account_id, secret_hash, created_at, last_seen_at, expires_at)
       values ($1, $2, $3, $4, $4, $4::timestamptz + make_interval(days => $5))`,
      [newId(), accountId, hashOfSecret(secret), ctx.now, DAYS],
    )
    return secret
  }

  /** Ends the session of a cookie; one that is over already is no reason to refuse. */
  async end(ctx: WriteCtx, secret: string | undefined): Promise<void> {
    if (secret) await ctx.db.query('delete from account_session where secret_hash = $1', [hashOfSecret(secret)])
  }

  /** Ends all sessions of an account. */
  async endAll(ctx: WriteCtx, accountId: string): Promise<void> {
    await ctx.db.query('delete from account_session where account_id = $1', [accountId])
  }

  /** Whose sessions these are, by secret, without those that have ended. Once an hour the end of one is put off. */
  async holders(db: EntityManager, secrets: readonly string[], now: Date): Promise<Map<string, Holder>> {
    const byHash = new Map(secrets.map((secret) => [hashOfSecret(secret).toString('hex'), secret]))
    const rows = (await db.query(
      `select s.id, encode(s.secret_hash, 'hex') as hash, s.last_seen_at < $2::timestamptz - interval '1 hour' as "isStale", a.id as "accountId",
              a.person_id as "personId", a.is_administrator as "isAdministrator", a.language
       from account_session s join account a on a.id = s.account_id
       where s.secret_hash = any($1::bytea[]) and s.expires_at > $2 and a.closed_at is null`,
      [secrets.map(hashOfSecret), now],
    )) as (Holder & { id: string; hash: string; isStale: boolean })[]
    const stale = rows.filter(({ isStale }) => isStale).map(({ id }) => id)
    if (stale.length > 0) {
      await db.query(
        `update account_session set last_seen_at = $2, expires_at = $2::timestamptz + make_interval(days => $3)
         where id = any($1::uuid[])`,
        [stale, now, DAYS],
      )
    }
    return new Map(rows.map((row) => [byHash.get(row.hash)!, row]))
  }
}
