/** Meetings of groups: when, where, their numbers, and the dates that count towards them. */
export { factsOfMeeting } from './deadline-facts.loader.js'
export { nextMeetingByGroup, type NextMeeting } from './blockers.loader.js'
export { shownKeyDate } from './key-dates.resolver.js'
export { lifetimeOf, lifetimeStart } from './lifetime.js'
export { Meeting } from './meeting.entity.js'
export { AlsoMoves, type MeetingChange, type MovesToo, type MovingSource } from './also-moves.service.js'
export { ClosingConditions, type ClosingCondition } from './closing-conditions.service.js'
export { MeetingClosing } from './meeting-closing.service.js'
export { ClosingSequels, type ClosingSequel } from './closing-sequels.service.js'
export { Audiences, type ConcernedSource } from './audiences.service.js'
export { CalendarAddress } from './calendar-address.entity.js'
export { CalendarAddresses } from './calendar-addresses.service.js'
export { MeetingDates, type Move, type MoveTo, type PublishDate } from './meeting-dates.service.js'
export { factsOf } from './deadline-facts.loader.js'
export { firstMeetingByGroup, meetingsById, parentMeetingFrom, publishedByMeeting } from './meetings.loader.js'
export { MeetingsModule } from './meetings.module.js'
export { upcomingMeetings, visibleMeetings } from './meetings.reads.js'
export {
  Meetings,
  type CreateMeeting,
  type MeetingAtWork,
  type MeetingDetails,
  type UpdateMeeting,
} from './meetings.service.js'
export { meetingScope } from './meetings.access.js'
export { ReopeningSequels } from './reopening-sequels.service.js'
export { decisionPresenceOf } from './decision-presence.js'
export { isOverAt, stateOn } from './meeting-states.js'
export { requireUnclosed } from './unclosed.js'
export { Reminders } from './reminders.service.js'
export { PublishedDate } from './published-date.entity.js'
