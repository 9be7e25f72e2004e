export { decisionListRoute, decisionRoute } from './decisions.route.js'
export { correctDecisionRoute, recordDecisionRoute } from './change-decision.route.js'
export { enterReservationRoute, reservationListRoute } from './reservations.route.js'
