/** Deadlines as people read them: never a bare date. */
export { ClosingTime } from './ClosingTime.js'
export { isDay } from '../../app/is-day.js'
export { dayIn, daysBetween, daysLeft } from './days-left.js'
export { DaysLeft } from './DaysLeft.js'
export { KeyDateList } from './KeyDateList.js'
export { KeyDateTable } from './KeyDateTable.js'
export { Source } from './Source.js'
