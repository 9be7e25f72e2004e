/** The structured log, on standard error. */
export { openLog, readable, type Log } from './log.js'
export { nestLog } from './nest-log.js'
