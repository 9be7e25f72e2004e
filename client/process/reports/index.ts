/** Reports of meetings and on progress. */
export {
  freezeMeetingReportRoute,
  freezeProgressReportRoute,
  meetingReportRoute,
  progressReportRoute,
  renewMeetingReportRoute,
  renewProgressReportRoute,
  reportListRoute,
} from './reports.route.js'
