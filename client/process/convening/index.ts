/** The convening letter of a meeting. */
export { callRoute, issueCallRoute, wordClauseRoute } from './call.route.js'
