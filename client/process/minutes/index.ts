/** Minutes of meetings. */
export { minutesRoute } from './minutes.route.js'
