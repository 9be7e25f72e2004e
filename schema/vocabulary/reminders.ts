/** The closed lists of reminders; SDL enums of the same members. Meanings: docs/rules/process.md (RM). */

/** Who is reminded of a date: all who take part, those who write texts with the management, or the management alone. */
export const reminderAudiences = ['EVERYBODY', 'DRAFTERS', 'MANAGEMENT'] as const
export type ReminderAudience = (typeof reminderAudiences)[number]

/** Where a reminder stands. MISSED: its day was over before it could be planned; OFF: somebody switched it off. */
export const reminderStates = ['PLANNED', 'SENT', 'OFF', 'MISSED'] as const
export type ReminderState = (typeof reminderStates)[number]

/** Days before a date on which people are reminded of it, unless somebody chose otherwise. */
export const reminderDays = [14, 7, 1] as const

/** Most days ahead that a reminder can be added for. */
export const MOST_DAYS_AHEAD = 180
