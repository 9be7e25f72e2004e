/** The pages on which relations are changed; what an item's page tells of them is part of that page. */
export { changeRelationRoute, newRelationRoute } from './relations.route.js'
