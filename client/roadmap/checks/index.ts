/** Looking again whether facts are still so. */
export { checkFactRoute, toCheckRoute } from './checks.route.js'
