export { gapListRoute, gapRoute } from './gaps.route.js'
