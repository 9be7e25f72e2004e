/** Groups at work. */
export { groupListRoute, groupRoute } from './groups.route.js'
