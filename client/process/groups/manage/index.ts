/** What is set, given and recorded of a group. */
export { extendGroupRoute, groupStateRoute } from './life.route.js'
export { newGroupRoute } from './new-group.route.js'
export { groupSettingsRoute } from './settings.route.js'
