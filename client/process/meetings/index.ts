/** Meetings: the call, the key dates, moving, closing. */
export {
  announceMeetingRoute,
  cancelMeetingRoute,
  closeMeetingRoute,
  editMeetingRoute,
  publishDateRoute,
  reopenMeetingRoute,
} from './change-meeting.route.js'
export { StaleNotice } from './ChangePage.js'
export { meetingAddress, meetingHref } from './meeting-address.js'
export { meetingHelpRoute } from './meeting-help.route.js'
export { meetingRoute } from './meeting.route.js'
export { MeetingChip } from './MeetingChip.js'
export { MeetingCrumbs } from './MeetingCrumbs.js'
export { MeetingDays } from './MeetingDays.js'
export { MeetingTable } from './MeetingTable.js'
export { moveMeetingRoute } from './move-meeting.route.js'
export { newMeetingRoute } from './new-meeting.route.js'
export { newSeriesRoute } from './series/new-series.route.js'
export { seriesRoute } from './series/series.route.js'
export { ownCalendarRoute } from './own-calendar.route.js'
export { remindersRoute } from './reminders.route.js'
