import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { isOffered } from '#schema/vocabulary/meetings.js'
import { Access } from '#server/common/access/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import type { AsOf } from '#server/platform/database/index.js'
import { dayIn } from '#server/platform/time/index.js'
import { groupsById } from '#server/process/groups/index.js'
import { Audiences } from './audiences.service.js'
import { MeetingSeries } from './meeting-series.entity.js'
import { meetingsBySeries, seriesById } from './meeting-series.reads.js'
import {
  MeetingSeriesVerbs,
  type CancelSeries,
  type CreateSeries,
  type PreviewSeries,
} from './meeting-series.service.js'
import { stateOn } from './meeting-states.js'
import type { Meeting } from './meeting.entity.js'
import { meetingScope } from './meetings.access.js'

type Read = Meeting & { readonly asOf?: string | null }

/** A meeting in its series. */
interface Place {
  readonly series: AsOf<MeetingSeries>
  /** All of the series that the viewer may see, in order. */
  readonly all: readonly Read[]
  readonly at: number
  readonly meeting: Read
}

@Resolver('Meeting')
export class SeriesOfMeetingResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly verbs: MeetingSeriesVerbs,
  ) {}

  @Query('meetingSeriesDays')
  days(@Args('input') input: PreviewSeries, @Context() ctx: Ctx) {
    return this.verbs.preview(ctx, input)
  }

  @Mutation('createMeetingSeries')
  create(@Args('input') input: CreateSeries & { idempotencyKey: string }, @Context() ctx: Ctx): Promise<MeetingSeries> {
    const once = { key: input.idempotencyKey, verb: 'meeting.seriesCreated', input }
    return this.unit.writeOnce(
      ctx,
      once,
      (tx) => this.verbs.create(tx, input),
      (tx, id) => tx.db.findOneByOrFail(MeetingSeries, { id }),
    )
  }

  @Mutation('cancelMeetingsOfSeries')
  cancel(@Args('input') input: CancelSeries, @Context() ctx: Ctx): Promise<MeetingSeries> {
    return this.unit.write(ctx, (tx) => this.verbs.cancel(tx, input))
  }

  @ResolveField('placeInSeries')
  async place(@Parent() meeting: Read, @Context() ctx: Ctx): Promise<Place | null> {
    if (meeting.seriesId === null) return null
    const [series, all] = await Promise.all([
      seriesById(ctx).load(meeting.seriesId),
      meetingsBySeries(ctx, meeting.asOf).load(meeting.seriesId),
    ])
    const at = all.findIndex(({ id }) => id === meeting.id)
    return series && at >= 0 ? { series: { ...series, asOf: meeting.asOf ?? null }, all, at, meeting } : null
  }
}

@Resolver('PlaceInSeries')
export class PlaceInSeriesResolver {
  constructor(
    private readonly access: Access,
    private readonly audiences: Audiences,
  ) {}

  @ResolveField('position')
  position(@Parent() { at }: Place): number {
    return at + 1
  }

  @ResolveField('previous')
  previous(@Parent() { all, at }: Place): Read | null {
    return all[at - 1] ?? null
  }

  @ResolveField('next')
  next(@Parent() { all, at }: Place): Read | null {
    return all[at + 1] ?? null
  }

  @ResolveField('rest')
  async rest(@Parent() place: Place, @Context() ctx: Ctx): Promise<readonly Read[]> {
    const group = await groupsById(ctx).load(place.meeting.groupId)
    if (!group) return []
    return restOf(place, ctx).filter((one) => this.access.may(ctx, 'meeting.cancel', meetingScope(one, group)))
  }

  @ResolveField('audience')
  async audience(@Parent() place: Place, @Context() ctx: Ctx) {
    const group = await groupsById(ctx).load(place.meeting.groupId)
    const [first, ...others] = await this.rest(place, ctx)
    return group && first ? this.audiences.ofOthers(ctx, { meeting: first, group }, others) : null
  }
}

/** This one and those after it, as far as there is still something to call off. [SE-5] */
const restOf = ({ all, at }: Place, ctx: Ctx): readonly Read[] =>
  all.slice(at).filter((one) => isOffered('CANCEL', stateOn(one, dayIn(ctx.now, one.zone))))

@Resolver('MeetingSeries')
export class MeetingSeriesResolver {
  @ResolveField('meetings')
  meetings(@Parent() series: MeetingSeries & { readonly asOf?: string | null }, @Context() ctx: Ctx) {
    return meetingsBySeries(ctx, series.asOf).load(series.id)
  }
}
