import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Objects } from '#server/common/activity/index.js'
import { Blockers, groupsById, GroupsModule } from '#server/process/groups/index.js'
import { meetingBlockerSource } from './blockers.loader.js'
import { NotificationsModule } from '#server/common/notifications/index.js'
import './meetings.access.js'
import { AlsoMoves } from './also-moves.service.js'
import { Audiences } from './audiences.service.js'
import { ClosingConditions } from './closing-conditions.service.js'
import { ClosingSequels } from './closing-sequels.service.js'
import { MeetingClosingResolver } from './meeting-closing.resolver.js'
import { MeetingClosing } from './meeting-closing.service.js'
import { MeetingSeries } from './meeting-series.entity.js'
import { MeetingSeriesResolver, PlaceInSeriesResolver, SeriesOfMeetingResolver } from './meeting-series.resolver.js'
import { MeetingSeriesVerbs } from './meeting-series.service.js'
import { MeetingNews } from './meeting-news.service.js'
import { ReminderChosen } from './reminder-choice.entity.js'
import { ReminderJobs } from './reminder-jobs.service.js'
import { ReminderPlans } from './reminder-plans.service.js'
import { Reminder } from './reminder.entity.js'
import { AudienceResolver, RemindersResolver } from './reminders.resolver.js'
import { Reminders } from './reminders.service.js'
import { CalendarAddress } from './calendar-address.entity.js'
import { CalendarAddresses } from './calendar-addresses.service.js'
import { GroupChangeResolver } from './group-change.resolver.js'
import { GroupLifetimeResolver, KeyDatesResolver } from './key-dates.resolver.js'
import { MeetingDates } from './meeting-dates.service.js'
import { Meeting } from './meeting.entity.js'
import { meetingsById } from './meetings.loader.js'
import { GroupMeetingsResolver, MeetingConnectionResolver, MeetingResolver } from './meetings.resolver.js'
import { Meetings } from './meetings.service.js'
import { OwnCalendarResolver } from './own-calendar.resolver.js'
import { ReopeningSequels } from './reopening-sequels.service.js'
import { PublishedDate } from './published-date.entity.js'

/**
 * Meetings of a group: when, where, how; their numbers, their states and the dates that count towards them. What a date is computed from is
 * gathered here (deadline-facts.ts) and computed in `deadlines`; only what people published is stored. The lifetime of a group hangs from its
 * first meeting and is told here too. Meetings that follow each other are called together (series.ts). Whoever takes part is reminded of the dates, and told when a meeting moves or is cancelled. What each state allows to whom: schema/vocabulary/meetings.ts. Rules: docs/rules/process.md (ME, MT, SE, D).
 */
@Module({
  imports: [
    GroupsModule,
    NotificationsModule,
    TypeOrmModule.forFeature([Meeting, MeetingSeries, PublishedDate, CalendarAddress, Reminder, ReminderChosen]),
  ],
  providers: [
    AlsoMoves,
    Meetings,
    MeetingDates,
    MeetingSeriesVerbs,
    SeriesOfMeetingResolver,
    PlaceInSeriesResolver,
    MeetingSeriesResolver,
    MeetingResolver,
    MeetingConnectionResolver,
    KeyDatesResolver,
    GroupChangeResolver,
    GroupMeetingsResolver,
    GroupLifetimeResolver,
    CalendarAddresses,
    OwnCalendarResolver,
    ClosingConditions,
    ClosingSequels,
    ReopeningSequels,
    MeetingClosing,
    MeetingClosingResolver,
    Audiences,
    MeetingNews,
    ReminderPlans,
    Reminders,
    ReminderJobs,
    RemindersResolver,
    AudienceResolver,
  ],
  exports: [
    AlsoMoves,
    Meetings,
    MeetingDates,
    MeetingClosing,
    ClosingConditions,
    ClosingSequels,
    ReopeningSequels,
    CalendarAddresses,
    Audiences,
    Reminders,
  ],
})
export class MeetingsModule implements OnModuleInit {
  constructor(
    private readonly objects: Objects,
    private readonly blockers: Blockers,
  ) {}

  onModuleInit(): void {
    this.blockers.register(meetingBlockerSource)
    this.objects.describe('meeting', async (ctx, ids) => {
      const meetings = (await Promise.all(ids.map((id) => meetingsById(ctx).load(id)))).filter((one) => one !== null)
      const faces = meetings.map(async ({ id, groupId, title, number }) => {
        const group = await groupsById(ctx).load(groupId)
        return [id, { label: title, href: group && `/groups/${group.slug}/meetings/${number}` }] as const
      })
      return new Map(await Promise.all(faces))
    })
  }
}
