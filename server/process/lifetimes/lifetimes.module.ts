import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { NotificationsModule } from '#server/common/notifications/index.js'
import { JobsModule } from '#server/platform/jobs/index.js'
import { GroupsModule } from '#server/process/groups/index.js'
import { LifetimeJobs } from './lifetimes.jobs.js'
import { LifetimeReminder } from './lifetime-reminder.entity.js'
import { LifetimeReminders } from './lifetime-reminders.service.js'
import { LifetimeRemindersResolver } from './lifetimes.resolver.js'

/**
 * Reminders before a group ends: told to its management six, three and one month before, each once. They hang on the end of the lifetime, which
 * hangs on the first meeting and the parent's decisions, so they plan themselves anew when one of these changes: only what has left is stored.
 * Which is due when: reminder-plan.ts. Rules: docs/rules/process.md (FG-5, GS-10).
 */
@Module({
  imports: [GroupsModule, JobsModule, NotificationsModule, TypeOrmModule.forFeature([LifetimeReminder])],
  providers: [LifetimeReminders, LifetimeJobs, LifetimeRemindersResolver],
  exports: [LifetimeReminders],
})
export class LifetimesModule {}
