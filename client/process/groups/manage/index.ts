/** What is set, given and recorded of a group. */
export { newGroupRoute } from './new-group.route.js'
export { groupSettingsRoute } from './settings.route.js'
