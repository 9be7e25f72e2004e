export { itemListRoute, itemRoute } from './items.route.js'
