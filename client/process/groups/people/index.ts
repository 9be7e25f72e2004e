/** People of a group and its working groups. */
export { endRoleRoute, giveRoleRoute, peopleRoute } from './people.route.js'
export { workingGroupsRoute } from './working-groups.route.js'
