import { lastDayOfWindow, type CalendarDay } from '#server/platform/time/index.js'

/** Last day of the last call of the alternative approval process: four weeks, first and last day included. [AAP-1; A.8 cl. 3-4] */
export const lastCallEndsOn = (opensOn: CalendarDay): CalendarDay => lastDayOfWindow(opensOn, 28)

/** Last day of the additional review that may follow: three weeks, first and last day included. [AAP-1; A.8 cl. 3-4] */
export const additionalReviewEndsOn = (opensOn: CalendarDay): CalendarDay => lastDayOfWindow(opensOn, 21)
