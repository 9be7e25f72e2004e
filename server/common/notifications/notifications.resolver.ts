import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { Activity, type ActivityEvent } from '#server/common/activity/index.js'
import { loader, UnitOfWork, type Ctx, type Viewer } from '#server/platform/context/index.js'
import type { DigestFrequency } from './digest.entity.js'
import { Digests } from './digests.service.js'
import type { Follow, FollowKind } from './follow.entity.js'
import { followsOfAccount, Follows, seenBy } from './follows.service.js'
import type { News } from './news.read.js'
import { Notices } from './notices.service.js'
import { placeOf, writePlace } from './place.js'
import type { SavedView } from './saved-view.entity.js'
import { SavedViews, viewsOfAccount } from './saved-views.service.js'

/** Events of one answer. */
const MOST = 200

interface NewsAnswer {
  events: ActivityEvent[]
  count: number
  upTo: string
}

/** What somebody follows, and what they hear of it. All of it is one's own: nobody else sees or changes it. */
@Resolver('Viewer')
export class NotificationsResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly activity: Activity,
    private readonly follows: Follows,
    private readonly views: SavedViews,
    private readonly digests: Digests,
    private readonly notices: Notices,
  ) {}

  /** News of an account up to now, asked for once a call. */
  private readonly newsOf = loader<string, News>(async (ctx, accountIds) => {
    const all = await Promise.all(
      accountIds.map(async (id) => [id, await this.follows.news(ctx, id, await seenBy(ctx, id), MOST)] as const),
    )
    return new Map(all)
  })

  @ResolveField('follows')
  ownFollows(@Parent() { accountId }: Viewer, @Context() ctx: Ctx): Promise<Follow[]> | [] {
    return accountId === null ? [] : followsOfAccount(ctx).load(accountId)
  }

  @ResolveField('savedViews')
  ownViews(@Parent() { accountId }: Viewer, @Context() ctx: Ctx): Promise<SavedView[]> | [] {
    return accountId === null ? [] : viewsOfAccount(ctx).load(accountId)
  }

  @ResolveField('digest')
  async digest(@Parent() { accountId }: Viewer, @Context() ctx: Ctx): Promise<DigestFrequency> {
    return accountId === null ? 'OFF' : await this.digests.frequencyOf(ctx, accountId)
  }

  @ResolveField('news')
  async news(
    @Parent() { accountId }: Viewer,
    @Args('first') first: number | null,
    @Context() ctx: Ctx,
  ): Promise<NewsAnswer> {
    const news = accountId === null ? null : await this.newsOf(ctx).load(accountId)
    if (!news) return { events: [], count: 0, upTo: writePlace({ transactionId: 0, seq: 0 }) }
    const shown = Math.min(Math.max(first ?? 50, 0), MOST)
    return { events: news.events.slice(0, shown), count: news.count, upTo: writePlace(news.upTo) }
  }

  @Query('follow')
  follow(@Args() { kind, key }: { kind: FollowKind; key: string }, @Context() ctx: Ctx): Promise<Follow | null> {
    return this.follows.find(ctx, kind, key)
  }

  @Mutation('beginFollow')
  begin(@Args('input') { kind, key }: { kind: FollowKind; key: string }, @Context() ctx: Ctx): Promise<Follow> {
    return this.unit.write(ctx, (tx) => this.follows.begin(tx, kind, key))
  }

  @Mutation('endFollow')
  end(@Args('id') id: string, @Context() ctx: Ctx): Promise<Follow> {
    return this.unit.write(ctx, (tx) => this.follows.end(tx, id))
  }

  @Mutation('saveView')
  saveView(@Args('input') input: { name: string; address: string }, @Context() ctx: Ctx): Promise<SavedView> {
    return this.unit.write(ctx, (tx) => this.views.save(tx, input))
  }

  @Mutation('renameView')
  renameView(
    @Args('input') input: { id: string; expectedRevision: number; name: string },
    @Context() ctx: Ctx,
  ): Promise<SavedView> {
    return this.unit.write(ctx, (tx) => this.views.rename(tx, input))
  }

  @Mutation('deleteView')
  deleteView(@Args('id') id: string, @Context() ctx: Ctx): Promise<SavedView> {
    return this.unit.write(ctx, (tx) => this.views.delete(tx, id))
  }

  @Mutation('markNewsSeen')
  async markNewsSeen(@Args('upTo') upTo: string, @Context() ctx: Ctx): Promise<Viewer> {
    await this.unit.write(ctx, async (tx) => {
      const end = await this.activity.end(tx.db)
      return this.digests.markSeen(tx, placeOf(upTo, end))
    })
    return ctx.viewer
  }

  @Mutation('chooseDigest')
  async chooseDigest(@Args('frequency') frequency: DigestFrequency, @Context() ctx: Ctx): Promise<Viewer> {
    await this.unit.write(ctx, async (tx) => this.digests.choose(tx, frequency, await this.activity.end(tx.db)))
    return ctx.viewer
  }

  @Mutation('endDigest')
  async endDigest(@Args('key') key: string, @Context() ctx: Ctx): Promise<{ isTaken: true }> {
    await this.unit.write(ctx, async (tx) => {
      await this.digests.endByLink(tx, key)
      await this.notices.endByLink(tx, key)
    })
    return { isTaken: true }
  }
}

/** One thing that is followed, as its owner sees it. */
@Resolver('Follow')
export class FollowResolver {
  constructor(private readonly follows: Follows) {}

  @ResolveField('label')
  async label(@Parent() follow: Follow, @Context() ctx: Ctx): Promise<string | null> {
    return (await this.follows.faceOf(ctx, follow)).label
  }

  @ResolveField('href')
  async href(@Parent() follow: Follow, @Context() ctx: Ctx): Promise<string | null> {
    return (await this.follows.faceOf(ctx, follow)).href
  }

  @ResolveField('newsCount')
  async newsCount(@Parent() { id, accountId }: Follow, @Context() ctx: Ctx): Promise<number> {
    return (await newsCounts(this.follows)(ctx).load(accountId))?.get(id) ?? 0
  }
}

const counters = new WeakMap<Follows, ReturnType<typeof makeCounter>>()
const makeCounter = (follows: Follows) =>
  loader<string, ReadonlyMap<string, number>>(async (ctx, accountIds) => {
    const all = await Promise.all(
      accountIds.map(async (id) => [id, (await follows.news(ctx, id, await seenBy(ctx, id), 0)).countOf] as const),
    )
    return new Map(all)
  })
function newsCounts(follows: Follows) {
  let found = counters.get(follows)
  if (!found) counters.set(follows, (found = makeCounter(follows)))
  return found
}

/** A view, as its owner sees it. */
@Resolver('SavedView')
export class SavedViewResolver {
  constructor(private readonly follows: Follows) {}

  @ResolveField('follow')
  async follow(@Parent() { id, accountId }: SavedView, @Context() ctx: Ctx): Promise<Follow | null> {
    return (await followsOfAccount(ctx).load(accountId)).find(({ kind, key }) => kind === 'VIEW' && key === id) ?? null
  }

  @ResolveField('mayFollow')
  mayFollow(@Parent() { address }: SavedView): boolean {
    return this.follows.mayTell(address)
  }
}
