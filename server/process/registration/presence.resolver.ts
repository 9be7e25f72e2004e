import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { Access } from '#server/common/access/index.js'
import { UnitOfWork, type Ctx } from '#server/platform/context/index.js'
import { refuse } from '#server/platform/errors/index.js'
import { agendaItemsById, visitsByItem } from '#server/process/agenda/index.js'
import { groupsById } from '#server/process/groups/index.js'
import { decisionPresenceOf, meetingsById, type Meeting } from '#server/process/meetings/index.js'
import { countsForDecisions, endOf, isMeetingDay, spanOf, wasPresent, type Span } from './attendance.js'
import type { Presence } from './presence.entity.js'
import { Presences, type CheckIn, type CorrectPresence } from './presences.service.js'
import { registrationScope } from './registration.access.js'
import { attendanceRows, type AttendanceRow, type AttendanceSight } from './registrations.reads.js'

@Resolver('Meeting')
export class MeetingAttendanceResolver {
  constructor(private readonly access: Access) {}

  @ResolveField('attendance')
  async attendance(
    @Parent() meeting: Meeting,
    @Args() { from, to, agendaItem }: { from?: Date | null; to?: Date | null; agendaItem?: string | null },
    @Context() ctx: Ctx,
  ): Promise<AttendanceRow[]> {
    if (from && to && to < from) {
      throw refuse('ENDS_BEFORE_START', { startsOn: from.toISOString(), endsOn: to.toISOString() }, { field: 'to' })
    }
    const rows = await attendanceRows(ctx, meeting.id, await this.sight(ctx, meeting))
    const span = { from: from ?? new Date(0), to: to ?? ctx.now }
    const inSpan = from || to ? rows.filter((row) => wasPresent(row, meeting.zone, span)) : rows
    if (!agendaItem) return inSpan
    const spans = await this.spansOf(ctx, meeting, agendaItem)
    return inSpan.filter((row) => spans.some((one) => wasPresent(row, meeting.zone, one)))
  }

  @ResolveField('ownPresence')
  async ownPresence(@Parent() meeting: Meeting, @Context() ctx: Ctx): Promise<AttendanceRow | null> {
    if (ctx.viewer.personId === null) return null
    const rows = await attendanceRows(ctx, meeting.id, 'OWN')
    return rows.find((row) => row.fromAt <= ctx.now && endOf(row, meeting.zone) > ctx.now) ?? null
  }

  @ResolveField('isMeetingDay')
  isMeetingDay(@Parent() meeting: Meeting, @Context() ctx: Ctx): boolean {
    return meeting.state !== 'CANCELLED' && meeting.state !== 'CLOSED' && isMeetingDay(meeting, ctx.now)
  }

  /** When the room was at a row of the agenda of this meeting. Refuses: NOT_FOUND. [RO-10] */
  private async spansOf(ctx: Ctx, meeting: Meeting, itemId: string): Promise<Span[]> {
    const item = await agendaItemsById(ctx).load(itemId)
    if (item?.meetingId !== meeting.id) throw refuse('NOT_FOUND', {}, { field: 'agendaItem' })
    return (await visitsByItem(ctx).load(itemId)).map((visit) => spanOf(visit, meeting.zone, ctx.now))
  }

  private async sight(ctx: Ctx, meeting: Meeting): Promise<AttendanceSight> {
    const group = await groupsById(ctx).load(meeting.groupId)
    if (!group) return 'OWN'
    if (this.access.may(ctx, 'registration.seeList', registrationScope(meeting, group, null))) return 'ALL'
    return ctx.viewer.standings.some(({ scopeId }) => scopeId === group.id) ? 'PRINTED' : 'OWN'
  }
}

@Resolver('Attendance')
export class AttendanceResolver {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly presences: Presences,
  ) {}

  @Mutation('checkIn')
  checkIn(@Args('input') input: CheckIn, @Context() ctx: Ctx): Promise<Presence> {
    return this.unit.write(ctx, (tx) => this.presences.checkIn(tx, input))
  }

  @Mutation('checkOut')
  checkOut(
    @Args('input') input: { meetingId: string; personId?: string | null },
    @Context() ctx: Ctx,
  ): Promise<Presence> {
    return this.unit.write(ctx, (tx) => this.presences.checkOut(tx, input))
  }

  @Mutation('correctPresence')
  correctPresence(@Args('input') input: CorrectPresence, @Context() ctx: Ctx): Promise<Presence> {
    return this.unit.write(ctx, (tx) => this.presences.correct(tx, input))
  }

  @ResolveField('person')
  person(@Parent() { personId }: Presence): { id: string } {
    return { id: personId }
  }

  @ResolveField('from')
  from(@Parent() { fromAt }: Presence): Date {
    return fromAt
  }

  @ResolveField('to')
  to(@Parent() { toAt }: Presence): Date | null {
    return toAt
  }

  @ResolveField('countsForDecisions')
  async countsForDecisions(@Parent() { meetingId, mode }: Presence, @Context() ctx: Ctx): Promise<boolean> {
    const meeting = await meetingsById(ctx).load(meetingId)
    const group = meeting && (await groupsById(ctx).load(meeting.groupId))
    return !meeting || !group || countsForDecisions(mode, decisionPresenceOf(meeting, group))
  }
}
