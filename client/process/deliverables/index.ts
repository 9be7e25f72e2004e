/** Deliverables: what a group plans to write, how far it is, what it froze and handed over. */
export { deliverableHref, deliverablesHref } from './address.js'
export {
  answerRoute,
  approveRoute,
  editDeliverableRoute,
  freezeRoute,
  handOverRoute,
  newDeliverableRoute,
  planRoute,
  stateRoute,
} from './change.route.js'
export { coverRoute, deliverableListRoute, deliverableRoute, versionRoute } from './deliverables.route.js'
export { deliverableMarks } from './marks.js'
