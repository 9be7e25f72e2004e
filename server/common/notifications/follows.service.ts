import { Injectable } from '@nestjs/common'
import { Activity, Concerns, Objects, type Place } from '#server/common/activity/index.js'
import { Accounts } from '#server/common/identity/index.js'
import { listLoader, type Ctx, type WriteCtx } from '#server/platform/context/index.js'
import { columnsOf, newId } from '#server/platform/database/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { Digest } from './digest.entity.js'
import { Follow, type FollowKind } from './follow.entity.js'
import { newsOf, type Followed, type News } from './news.read.js'
import { ownAccount } from './own-account.js'
import { SavedView } from './saved-view.entity.js'
import { viewsOfAccount } from './saved-views.service.js'

/** What one person can follow: each is asked for in every answer about news. */
const MOST = 200

/** Types of objects, as the record calls them, behind what is followed. */
const objectTypes: Partial<Record<FollowKind, string>> = { ITEM: 'item', GAP: 'gap', BODY: 'body' }

export const followsOfAccount = listLoader<string, Follow>(async (ctx, accountIds) => {
  const rows = (await ctx.db.query(
    `select ${columnsOf(ctx.db, Follow, 'f')} from follow f where f.account_id = any($1::uuid[]) order by f.began_at desc, f.id desc`,
    [accountIds],
  )) as Follow[]
  return Map.groupBy(rows, (row) => row.accountId)
})

/** Following, and the news of what one follows. Rules: docs/rules/common.md (NO). */
@Injectable()
export class Follows {
  constructor(
    private readonly accounts: Accounts,
    private readonly activity: Activity,
    private readonly concerns: Concerns,
    private readonly objects: Objects,
  ) {}

  /** One's own follow of something; null when one does not follow it, or is a stranger. */
  async find(ctx: Ctx, kind: FollowKind, name: string): Promise<Follow | null> {
    if (ctx.viewer.accountId === null) return null
    const key = await this.keyOf(ctx, kind, name)
    if (key === null) return null
    const own = await followsOfAccount(ctx).load(ctx.viewer.accountId)
    return own.find((one) => one.kind === kind && one.key === key) ?? null
  }

  /**
   * Follows something from now on; what is followed already stays so. Refuses: SIGN_IN_REQUIRED, NOT_FOUND, BAD_INPUT for a view of no list that
   * has news, TOO_MANY. [NO-1]
   */
  async begin(ctx: WriteCtx, kind: FollowKind, name: string): Promise<Follow> {
    const { accountId, personId } = ownAccount(ctx)
    const key = await this.keyOf(ctx, kind, name)
    if (key === null) throw refuse('NOT_FOUND', {}, { field: 'input.key' })
    await ctx.db.query('select pg_advisory_xact_lock(hashtextextended($1, 7302))', [accountId])
    const own = await ctx.db.findBy(Follow, { accountId })
    const there = own.find((one) => one.kind === kind && one.key === key)
    if (there) return there
    if (own.length >= MOST) throw refuse('TOO_MANY', { most: MOST })
    const { transactionId } = await this.activity.end(ctx.db)
    const follow = ctx.db.create(Follow, {
      id: newId(),
      accountId,
      kind,
      key,
      beganAt: ctx.now,
      fromTransaction: transactionId,
    })
    await ctx.db.insert(Follow, follow)
    await this.accounts.recordOf(ctx, 'follow.began', personId)
    return follow
  }

  /**
   * Follows a thing for people whom it concerns by what they did, as far as they have accounts and room for more; what they follow already stays so.
   * It is not said of each of them that they chose it: the verb that calls this is on record. Whoever wants none of it ends it. [NO-1]
   */
  async beginFor(
    ctx: WriteCtx,
    personIds: readonly string[],
    kind: 'ITEM' | 'GAP' | 'BODY',
    id: string,
  ): Promise<void> {
    if (personIds.length === 0) return
    const accounts = (await ctx.db.query(
      `select a.id from account a where a.person_id = any($1::uuid[])
         and (select count(*) from follow f where f.account_id = a.id) < $2 order by a.id`,
      [personIds, MOST],
    )) as { id: string }[]
    const { transactionId } = await this.activity.end(ctx.db)
    for (const account of accounts) {
      await ctx.db.query(
        `insert into follow (id, account_id, kind, key, began_at, from_transaction) values ($1, $2, $3, $4, $5, $6)
         on conflict (account_id, kind, key) do nothing`,
        [newId(), account.id, kind, id, ctx.now, transactionId],
      )
    }
  }

  /** Follows it no more. Refuses: SIGN_IN_REQUIRED, NOT_FOUND, also for anybody else's. */
  async end(ctx: WriteCtx, id: string): Promise<Follow> {
    const { accountId, personId } = ownAccount(ctx)
    const follow = await ctx.db.findOneBy(Follow, { id, accountId })
    if (!follow) throw refuse('NOT_FOUND', {}, { field: 'id' })
    await ctx.db.delete(Follow, { id })
    await this.accounts.recordOf(ctx, 'follow.ended', personId)
    return follow
  }

  /** Whether news can be told of the list at an address. */
  mayTell(address: string): boolean {
    return this.concerns.mayTellList(address)
  }

  /** How it is called and where its page is. A topic has its name in the words of the reader. */
  async faceOf(ctx: Ctx, { kind, key, accountId }: Follow): Promise<{ label: string | null; href: string | null }> {
    if (kind === 'TOPIC') return { label: null, href: `/roadmap?topic=${key}` }
    if (kind === 'VIEW') {
      const view = (await viewsOfAccount(ctx).load(accountId)).find(({ id }) => id === key)
      return { label: view?.name ?? null, href: view?.address ?? null }
    }
    return (await this.objects.faceOf(ctx, objectTypes[kind]!, key)) ?? { label: null, href: null }
  }

  /** News of all that an account follows, behind a place. [NO-3] */
  async news(ctx: Ctx, accountId: string, since: Place, first: number): Promise<News> {
    const follows = await followsOfAccount(ctx).load(accountId)
    const views = await viewsOfAccount(ctx).load(accountId)
    return newsOf(
      ctx,
      this.concerns,
      follows.flatMap((follow) => followedBy(follow, views)),
      since,
      first,
    )
  }

  private async keyOf(ctx: Ctx, kind: FollowKind, name: string): Promise<string | null> {
    if (kind !== 'VIEW') return (await this.concerns.find(ctx, kind, name))?.key ?? null
    const view = (await viewsOfAccount(ctx).load(ctx.viewer.accountId!)).find(({ id }) => id === name)
    if (view && !this.concerns.mayTellList(view.address)) {
      throw refuse('BAD_INPUT', { detail: 'this page has no news of its own' }, { field: 'input.key' })
    }
    return view?.id ?? null
  }
}

/** Up to where the news of an account were seen; all is new without a row. */
export async function seenBy(ctx: Ctx, accountId: string): Promise<Place> {
  const digest = await ctx.db.findOneBy(Digest, { accountId })
  return { transactionId: digest?.seenTransaction ?? 0, seq: digest?.seenSeq ?? 0 }
}

function followedBy({ id, kind, key, fromTransaction }: Follow, views: readonly SavedView[]): Followed[] {
  if (kind !== 'VIEW') return [{ id, fromTransaction, concern: { kind, key } }]
  const view = views.find((one) => one.id === key)
  return view ? [{ id, fromTransaction, concern: { kind: 'LIST', key: view.address } }] : []
}
