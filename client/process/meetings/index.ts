/** Meetings: the call, the key dates, moving. */
export { announceMeetingRoute, cancelMeetingRoute, editMeetingRoute, publishDateRoute } from './change-meeting.route.js'
export { meetingAddress, meetingHref } from './meeting-address.js'
export {
  announceMeetingRoute,
  cancelMeetingRoute,
  closeMeetingRoute,
  editMeetingRoute,
  publishDateRoute,
  reopenMeetingRoute,
} from './change-meeting.route.js'
export { meetingHelpRoute } from './meeting-help.route.js'
export { meetingHref } from './meeting-address.js'
export { StaleNotice } from './ChangePage.js'
export { meetingAddress, meetingHref } from './meeting-address.js'
export { MeetingCrumbs } from './MeetingCrumbs.js'
export { meetingRoute } from './meeting.route.js'
export { MeetingCrumbs } from './MeetingCrumbs.js'
export { MeetingDays } from './MeetingDays.js'
export { MeetingChip } from './MeetingChip.js'
export { MeetingTable } from './MeetingTable.js'
export { moveMeetingRoute } from './move-meeting.route.js'
export { remindersRoute } from './reminders.route.js'
export { ownCalendarRoute } from './own-calendar.route.js'
export { newMeetingRoute } from './new-meeting.route.js'
export { MeetingCrumbs } from './MeetingCrumbs.js'
