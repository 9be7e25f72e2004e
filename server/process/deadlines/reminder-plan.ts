import type { Obligation } from '#schema/vocabulary/process.js'
import { reminderDays, type ReminderAudience } from '#schema/vocabulary/reminders.js'
import { daysBefore as dayBefore, instantAt, type CalendarDay, type Zone } from '#server/platform/time/index.js'
import type { KeyDate } from './key-dates.js'

/** Who has to act on an obligation, and so is reminded of it. [RM-2] */
const audiences: Readonly<Record<Obligation, ReminderAudience>> = {
  CONTRIBUTIONS: 'EVERYBODY',
  CONTRIBUTIONS_FOR_TRANSLATION: 'EVERYBODY',
  POSTING: 'MANAGEMENT',
  ANNOUNCEMENT: 'MANAGEMENT',
  COLLECTIVE_LETTER: 'MANAGEMENT',
  REGISTRATION: 'EVERYBODY',
  VISA: 'EVERYBODY',
  TEMPORARY_DOCUMENTS: 'DRAFTERS',
  RECENT_EVENT_REPORTS: 'DRAFTERS',
  DRAFT_RECOMMENDATIONS: 'DRAFTERS',
  DELIVERABLES_TO_PARENT: 'DRAFTERS',
  PROGRESS_REPORT: 'MANAGEMENT',
  CORRESPONDENCE_END: 'MANAGEMENT',
  DRAFT_AGENDA: 'MANAGEMENT',
  DOCUMENTS_FOR_DECISION: 'MANAGEMENT',
  WORKING_DOCUMENTS: 'DRAFTERS',
  RESOLUTIONS: 'MANAGEMENT',
  MINUTES: 'MANAGEMENT',
  FIRST_MEETING: 'MANAGEMENT',
}

export const reminderAudience = (obligation: Obligation): ReminderAudience => audiences[obligation]

/** People find a reminder when they begin their day. */
const TIME_OF_DAY = '07:00'

/** That somebody switched a reminder off, or added one. */
export interface ReminderChoice {
  readonly obligation: Obligation
  readonly daysBefore: number
  readonly isOff: boolean
}

/** A reminder that goes out, or would if it were not switched off. */
export interface PlannedReminder {
  readonly obligation: Obligation
  readonly daysBefore: number
  /** The day of which it reminds. */
  readonly dueOn: CalendarDay
  readonly closesAt: Date
  readonly zone: Zone
  readonly sendAt: Date
  readonly audience: ReminderAudience
  readonly isOff: boolean
  /** Somebody added it; the others are there by themselves. */
  readonly isAdded: boolean
}

/**
 * The reminders of a meeting with these key dates, soonest first: 14, 7 and 1 days before each, at seven in the morning of the zone in which the date
 * closes, as somebody chose otherwise. Nobody is reminded to announce what was announced. [RM-1, RM-2]
 */
export function reminderPlan(
  dates: readonly KeyDate[],
  choices: readonly ReminderChoice[],
  { isAnnounced }: { readonly isAnnounced: boolean },
): readonly PlannedReminder[] {
  const done = isAnnounced ? ['ANNOUNCEMENT', 'COLLECTIVE_LETTER'] : []
  return dates
    .filter(({ obligation }) => !done.includes(obligation))
    .flatMap(({ obligation, effectiveOn, closesAt, zone }) => {
      const own = choices.filter((choice) => choice.obligation === obligation)
      const added = own.filter(({ isOff }) => !isOff).map(({ daysBefore }) => daysBefore)
      return [...new Set([...reminderDays, ...added])].map((daysBefore) => ({
        obligation,
        daysBefore,
        dueOn: effectiveOn,
        closesAt,
        zone,
        sendAt: instantAt(dayBefore(effectiveOn, daysBefore), TIME_OF_DAY, zone),
        audience: reminderAudience(obligation),
        isOff: own.some((choice) => choice.isOff && choice.daysBefore === daysBefore),
        isAdded: !(reminderDays as readonly number[]).includes(daysBefore),
      }))
    })
    .filter(({ sendAt, closesAt }) => sendAt < closesAt)
    .sort((one, other) => one.sendAt.getTime() - other.sendAt.getTime())
}

/** A reminder as it is stored. */
export interface StoredReminder {
  readonly id: string
  readonly obligation: Obligation
  readonly daysBefore: number
  readonly dueOn: CalendarDay
  readonly sendAt: Date
  /** Null while it waits. */
  readonly sentAt: Date | null
}

type Named = Pick<PlannedReminder, 'obligation' | 'daysBefore' | 'dueOn'>

export const isSameReminder = (one: Named, other: Named): boolean =>
  one.obligation === other.obligation && one.daysBefore === other.daysBefore && one.dueOn === other.dueOn

/**
 * What to change so that the stored reminders are those of the plan. What was sent stays as it is and is never planned again for the same day; what lies
 * in the past already is not planned any more; what waits though its time has come is left for whoever sends it, as long as the date is open. [RM-3]
 */
export function replanned(
  stored: readonly StoredReminder[],
  plan: readonly PlannedReminder[],
  now: Date,
): { readonly drop: readonly StoredReminder[]; readonly add: readonly PlannedReminder[] } {
  const wanted = plan.filter(({ isOff, closesAt }) => !isOff && closesAt > now)
  const fits = (one: StoredReminder) =>
    wanted.some((planned) => isSameReminder(planned, one) && planned.sendAt.getTime() === one.sendAt.getTime())
  const drop = stored.filter((one) => one.sentAt === null && !fits(one))
  const kept = stored.filter((one) => !drop.includes(one))
  return {
    drop,
    add: wanted.filter(({ sendAt }) => sendAt > now).filter((one) => !kept.some((known) => isSameReminder(known, one))),
  }
}

/**
 * Which waiting reminders go out now. Of several for one date, because nothing could be sent for some days, only the last does: the others are
 * overtaken. [RM-4]
 */
export function dueReminders<T extends StoredReminder>(
  stored: readonly T[],
  now: Date,
): { readonly send: readonly T[]; readonly overtaken: readonly T[] } {
  const waiting = stored.filter(({ sentAt, sendAt }) => sentAt === null && sendAt <= now)
  const isLast = (one: T) =>
    !waiting.some((other) => other.obligation === one.obligation && other.daysBefore < one.daysBefore)
  return { send: waiting.filter(isLast), overtaken: waiting.filter((one) => !isLast(one)) }
}
