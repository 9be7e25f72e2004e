/** Reminders before the lifetime of a group ends. */
export { LifetimeReminders } from './lifetime-reminders.service.js'
export { LifetimeReminder } from './lifetime-reminder.entity.js'
export { LifetimesModule } from './lifetimes.module.js'
