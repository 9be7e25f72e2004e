export { principleListRoute, principleRoute } from './principles.route.js'
export { standRoute } from './stand.route.js'
