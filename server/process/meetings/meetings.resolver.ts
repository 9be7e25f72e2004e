import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { isPossible } from '#schema/vocabulary/meetings.js'
import { Access } from '#server/common/access/index.js'
import { Activity } from '#server/common/activity/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import type { AsOf } from '#server/platform/database/index.js'
import { pageArgs, type PageInput } from '#server/platform/graphql/index.js'
import { dayIn, instantAt } from '#server/platform/time/index.js'
import { groupsById, narrower, type Counted, type StandardsGroup } from '#server/process/groups/index.js'
import { provenanceOf } from '#server/roadmap/provenance/index.js'
import { decisionPresenceOf } from './decision-presence.js'
import { Meeting } from './meeting.entity.js'
import { stateOn } from './meeting-states.js'
import { Audiences } from './audiences.service.js'
import { meetingsById, stampsOfMeetings } from './meetings.loader.js'
import { meetingScope } from './meetings.access.js'
import { meetingByNumber, meetingPage, upcomingMeetings, type MeetingWhen } from './meetings.reads.js'
import { Meetings, type CreateMeeting, type UpdateMeeting } from './meetings.service.js'
import { shortTime } from './time-of-day.js'

/** A meeting just written is as of now. */
type Read = Meeting & { readonly asOf?: string | null }

@Resolver('Meeting')
export class MeetingResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly access: Access,
    private readonly log: Activity,
    private readonly meetings: Meetings,
    private readonly audiences: Audiences,
  ) {}

  @Query('meeting')
  meeting(@Args() args: { group: string; number: number; asOf?: Date | null }, @Context() ctx: Ctx) {
    return meetingByNumber(ctx, args.group, args.number, args.asOf?.toISOString() ?? null)
  }

  @Query('upcomingMeetings')
  upcoming(@Args() args: PageInput, @Context() ctx: Ctx) {
    return upcomingMeetings(ctx, pageArgs(args, { max: 50, default: 5 }).size)
  }

  @Mutation('createMeeting')
  create(@Args('input') input: CreateMeeting & { idempotencyKey: string }, @Context() ctx: Ctx): Promise<Meeting> {
    const once = { key: input.idempotencyKey, verb: 'meeting.created', input }
    return this.unit.writeOnce(
      ctx,
      once,
      (tx) => this.meetings.create(tx, input),
      (tx, id) => tx.db.findOneByOrFail(Meeting, { id }),
    )
  }

  @Mutation('updateMeeting')
  update(@Args('input') input: UpdateMeeting, @Context() ctx: Ctx): Promise<Meeting> {
    return this.unit.write(ctx, (tx) => this.meetings.update(tx, input))
  }

  @Mutation('announceMeeting')
  announce(
    @Args('input') input: { id: string; expectedRevision: number; on: string; by?: string | null },
    @Context() ctx: Ctx,
  ): Promise<Meeting> {
    return this.unit.write(ctx, (tx) => this.meetings.announce(tx, input))
  }

  @Mutation('cancelMeeting')
  cancel(
    @Args('input') input: { id: string; expectedRevision: number; reason: string },
    @Context() ctx: Ctx,
  ): Promise<Meeting> {
    return this.unit.write(ctx, (tx) => this.meetings.cancel(tx, input))
  }

  @ResolveField('group')
  group(@Parent() meeting: Read, @Context() ctx: Ctx) {
    return groupsById(ctx, meeting.asOf).load(meeting.groupId)
  }

  @ResolveField('state')
  state(@Parent() meeting: Read, @Context() ctx: Ctx) {
    return stateOn(meeting, dayIn(todayOf(ctx, meeting), meeting.zone))
  }

  @ResolveField('opensAt')
  opensAt(@Parent() meeting: Meeting): string | null {
    return shortTime(meeting.opensAt)
  }

  @ResolveField('registrationOpensAt')
  registrationOpensAt(@Parent() meeting: Meeting): string | null {
    return shortTime(meeting.registrationOpensAt)
  }

  @ResolveField('closesAt')
  closesAt(@Parent() meeting: Meeting): string | null {
    return shortTime(meeting.closesAt)
  }

  @ResolveField('closesAtInstant')
  closesAtInstant(@Parent() { endsOn, closesAt, zone }: Meeting): Date | null {
    const time = shortTime(closesAt)
    return time === null ? null : instantAt(endsOn, time, zone)
  }

  @ResolveField('collocatedMeeting')
  collocatedMeeting(@Parent() meeting: Read, @Context() ctx: Ctx) {
    const id = meeting.collocatedMeetingId
    return id === null ? null : meetingsById(ctx, meeting.asOf).load(id)
  }

  @ResolveField('decidesOnSiteOnly')
  async decidesOnSiteOnly(@Parent() meeting: Read, @Context() ctx: Ctx): Promise<boolean> {
    const group = await groupsById(ctx, meeting.asOf).load(meeting.groupId)
    return decisionPresenceOf(meeting, group ?? { decisionPresence: 'ANY' }) === 'ONSITE_ONLY'
  }

  @ResolveField('decidesOnSiteOnlyHere')
  decidesOnSiteOnlyHere(@Parent() meeting: Meeting): boolean | null {
    return meeting.decidesOnSiteOnly
  }

  /** Those who take part get the link; whoever only sees the meeting does not. [ME-1, MT-13] */
  @ResolveField('remoteDetails')
  async remoteDetails(@Parent() meeting: Read, @Context() ctx: Ctx): Promise<string | null> {
    const { viewer } = ctx
    if (meeting.remoteDetails === null || viewer.isAdministrator) return meeting.remoteDetails
    if (viewer.standings.some(({ scopeId }) => scopeId === meeting.groupId)) return meeting.remoteDetails
    return (await this.audiences.isNamed(ctx, meeting.id)) ? meeting.remoteDetails : null
  }

  @ResolveField('opensAtInstant')
  opensAtInstant(@Parent() { startsOn, opensAt, zone }: Meeting): Date | null {
    const time = shortTime(opensAt)
    return time === null ? null : instantAt(startsOn, time, zone)
  }

  @ResolveField('visibility')
  async visibility(@Parent() meeting: Read, @Context() ctx: Ctx) {
    const group = await groupsById(ctx, meeting.asOf).load(meeting.groupId)
    return group ? narrower(meeting.visibility, group.visibility) : meeting.visibility
  }

  @ResolveField('provenance')
  provenance(@Parent() meeting: Meeting) {
    return provenanceOf(meeting)
  }

  @ResolveField('activity')
  activity(@Parent() meeting: Meeting, @Args() args: PageInput, @Context() ctx: Ctx) {
    return this.log.page(ctx, { objectType: 'meeting', objectId: meeting.id }, pageArgs(args))
  }

  @ResolveField('changedAt')
  async changedAt(@Parent() meeting: Read, @Context() ctx: Ctx): Promise<Date> {
    return (await stampsOfMeetings(ctx, meeting.asOf).load(meeting.id))!.changedAt
  }

  @ResolveField('datesRevision')
  async datesRevision(@Parent() meeting: Read, @Context() ctx: Ctx): Promise<number> {
    return (await stampsOfMeetings(ctx, meeting.asOf).load(meeting.id))!.datesRevision
  }

  @ResolveField('datesChangedAt')
  async datesChangedAt(@Parent() meeting: Read, @Context() ctx: Ctx): Promise<Date> {
    return (await stampsOfMeetings(ctx, meeting.asOf).load(meeting.id))!.datesChangedAt
  }

  @ResolveField('viewerMay')
  async viewerMay(@Parent() meeting: Read, @Context() ctx: Ctx): Promise<string[]> {
    const group = await groupsById(ctx, meeting.asOf).load(meeting.groupId)
    if (!group) return []
    const state = stateOn(meeting, dayIn(ctx.now, meeting.zone))
    const allowed = this.access.allowed(ctx, 'meeting', meetingScope(meeting, group))
    return allowed.filter((permission) => isPossible(permission, state))
  }
}

/** The past is seen with its own today. */
const todayOf = (ctx: Ctx, { asOf }: Read): Date => (asOf ? new Date(asOf) : ctx.now)

@Resolver('MeetingConnection')
export class MeetingConnectionResolver {
  @ResolveField('totalCount')
  totalCount(@Parent() page: Counted<unknown>): Promise<number> {
    return page.count()
  }
}

@Resolver('Group')
export class GroupMeetingsResolver {
  @ResolveField('meetings')
  meetings(
    @Parent() group: AsOf<StandardsGroup>,
    @Args() args: PageInput & { when?: MeetingWhen | null; isPreparatory?: boolean | null },
    @Context() ctx: Ctx,
  ) {
    const { when, isPreparatory } = args
    return meetingPage(ctx, [group.id], when ?? 'ANY', pageArgs(args), group.asOf ?? null, isPreparatory ?? null)
  }
}
