export { searchRoute } from './search.route.js'
