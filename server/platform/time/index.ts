/** The clock, zones, calendar days. Knows nothing of standards. */
export { Clock, SystemClock } from './clock.js'
