export { principleListRoute } from './principles.route.js'
