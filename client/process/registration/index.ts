/** Registration for meetings, the waiting list, and who was there. */
export { attendanceRoute } from './attendance.route.js'
export { byHandRoute, listRoute } from './list.route.js'
export { offerRoute } from './offer.route.js'
export { registrationRoute } from './registration.route.js'
