/** Every deadline is computed here, as a pure function of the meeting, its group's settings and the ruleset it pins. docs/rules/process.md */
export { announcementCheck, type AnnouncementCheck } from './announcement.js'
export { applicableRules, type ApplicableRule } from './applicable-rules.js'
export { additionalReviewEndsOn, lastCallEndsOn } from './approval-windows.js'
export { deliverableCheck, type DeliverableCheck } from './deliverable-check.js'
export {
  settingsOf,
  type DeadlineFacts,
  type DeadlineSettings,
  type MeetingFacts,
  type PublishedDate,
  type TermsOfReferenceRule,
} from './facts.js'
export { firstMeetingNotBefore } from './first-meeting.js'
export { keyDates, type KeyDate } from './key-dates.js'
export { lifetimeEnd, type LifetimeExtension } from './lifetime.js'
export { dayAt } from './offsets.js'
export { postedBy } from './posting.js'
export {
  dueReminders,
  isSameReminder,
  reminderPlan,
  replanned,
  type PlannedReminder,
  type ReminderChoice,
  type StoredReminder,
} from './reminder-plan.js'
export { explainStanding, standingAt } from './standing.js'
export {
  isRecentEvent,
  recentEventsAfter,
  temporaryDocumentDueOn,
  type TemporaryDocumentFacts,
} from './temporary-documents.js'
export { whatMoves, type MovedKeyDate, type MovePreview } from './what-moves.js'
