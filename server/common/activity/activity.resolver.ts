import { Args, Context, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql'
import type { Ctx } from '#server/platform/context/index.js'
import { loader } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { pageArgs, type Connection } from '#server/platform/graphql/index.js'
import { Activity, type ActivityFilter } from './activity.service.js'
import { Concerns, type ConcernKind } from './concerns.js'
import type { ActivityEvent } from './event.entity.js'
import { ActivityFeed } from './feed.js'
import { Objects } from './objects.js'

interface AskedFilter {
  group?: string | null
  objectType?: string | null
  objectId?: string | null
  concerning?: { kind: ConcernKind; key: string } | null
}

/** A filter that no event matches: a group that is not there, or that the viewer may not see. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

const sealPositions = loader<string, number>(async (ctx, ids) => {
  const rows = (await ctx.db.query('select event_id as id, position from event_seal where event_id = any($1)', [
    ids,
  ])) as { id: string; position: number }[]
  return new Map(rows.map((row) => [row.id, Number(row.position)]))
})

/** The record as people and programs read it. Who did it is added by the room that knows people. */
@Resolver('ActivityEvent')
export class ActivityResolver {
  constructor(
    private readonly activity: Activity,
    private readonly feed: ActivityFeed,
    private readonly objects: Objects,
    private readonly concerns: Concerns,
  ) {}

  @Query('activity')
  async page(
    @Args() args: { first?: number | null; after?: string | null; filter?: AskedFilter | null },
    @Context() ctx: Ctx,
  ): Promise<Connection<ActivityEvent>> {
    return this.activity.page(ctx, await this.filterOf(ctx, args.filter), pageArgs(args, { default: 20, max: 200 }))
  }

  @Subscription('activityAdded')
  async activityAdded(
    @Args('filter') filter: AskedFilter | null,
    @Context() ctx: Ctx,
  ): Promise<AsyncIterableIterator<{ activityAdded: ActivityEvent }>> {
    const { viewer, viewerNow = async () => viewer } = ctx
    if (filter?.concerning)
      throw refuse('BAD_INPUT', { detail: 'one cannot listen to `concerning`' }, { field: 'filter.concerning' })
    const events = await this.feed.listen(await this.filterOf(ctx, filter), viewerNow)
    return named(events)
  }

  @ResolveField('label')
  async label(@Parent() event: ActivityEvent, @Context() ctx: Ctx): Promise<string | null> {
    return (await this.objects.faceOf(ctx, event.objectType, event.objectId))?.label ?? null
  }

  @ResolveField('href')
  async href(@Parent() event: ActivityEvent, @Context() ctx: Ctx): Promise<string | null> {
    return (await this.objects.faceOf(ctx, event.objectType, event.objectId))?.href ?? null
  }

  @ResolveField('sealPosition')
  sealPosition(@Parent() event: ActivityEvent, @Context() ctx: Ctx): Promise<number | null> {
    return sealPositions(ctx).load(event.id)
  }

  private async filterOf(ctx: Ctx, filter: AskedFilter | null | undefined): Promise<ActivityFilter> {
    const { group, objectType, objectId, concerning } = filter ?? {}
    const groupId = group ? ((await this.objects.groupBySlug(ctx, group)) ?? NOBODY) : null
    if (!concerning) return { groupId, objectType, objectId }
    const concern = await this.concerns.find(ctx, concerning.kind, concerning.key)
    return concern ? { groupId, objectType, objectId, concern } : { groupId: NOBODY }
  }
}

/** Events under the name of the subscription field, as GraphQL looks for them. */
function named(events: AsyncIterableIterator<ActivityEvent>): AsyncIterableIterator<{ activityAdded: ActivityEvent }> {
  const wrap = (result: IteratorResult<ActivityEvent>): IteratorResult<{ activityAdded: ActivityEvent }> =>
    result.done ? result : { value: { activityAdded: result.value }, done: false }
  return {
    next: async () => wrap(await events.next()),
    return: async () => wrap(await events.return!()),
    throw: async (error) => wrap(await events.throw!(error)),
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
