import { formatClosing, formatInstant, lastMoment } from '#schema/words/dates.js'
import type { Words } from '#schema/words/index.js'
import type { MeetingState } from '#schema/vocabulary/meetings.js'
import type { MeetingMode, Obligation } from '#schema/vocabulary/process.js'
import { daysAfter, endOfDayExclusive } from '#server/platform/time/index.js'
import type { CalendarEvent, CalendarToDo } from './icalendar.js'

/** A meeting as the calendar files ask for it. */
export interface CalendarMeeting {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly state: MeetingState
  readonly mode: MeetingMode
  readonly startsOn: string
  readonly endsOn: string
  readonly opensAtInstant: string | null
  readonly closesAtInstant: string | null
  /** Null for whoever does not take part. */
  readonly remoteDetails: string | null
  readonly zone: string
  readonly place: string | null
  readonly country: string | null
  readonly host: string | null
  readonly objectives: readonly string[]
  readonly cancelledReason: string | null
  readonly visibility: string
  readonly revision: number
  readonly changedAt: string
  readonly datesRevision: number
  readonly datesChangedAt: string
  readonly group: { readonly slug: string; readonly name: string; readonly acronym: string | null }
  readonly keyDates: readonly {
    readonly obligation: Obligation
    readonly closesAt: string
    readonly zone: string
    readonly hasPassed: boolean
    readonly reason: string | null
    readonly explanation: { readonly text: string }
  }[]
}

/** Fields of a meeting that `calendarEntries` needs. */
export const calendarFields = `id number title state mode startsOn endsOn opensAtInstant closesAtInstant remoteDetails zone place country host
  objectives cancelledReason visibility revision changedAt datesRevision datesChangedAt group { slug name acronym }
  keyDates { obligation closesAt zone hasPassed reason explanation { text } }`

/** Where people find a meeting. */
export const meetingPath = ({ group, number }: Pick<CalendarMeeting, 'group' | 'number'>): string =>
  `/groups/${encodeURIComponent(group.slug)}/meetings/${number}`

const eventUid = ({ id }: CalendarMeeting) => `meeting-${id}`
const groupName = ({ group }: CalendarMeeting) => group.acronym ?? group.name

/** A meeting that nobody announced may still change; what the calendar says of it later is as sure as it gets. */
const status = (state: MeetingState): CalendarEvent['status'] =>
  state === 'CANCELLED' ? 'CANCELLED' : state === 'PLANNED' ? 'TENTATIVE' : 'CONFIRMED'

/** Without a time of its own a meeting ends with its last day; so does one whose days were moved until its end lies before its opening. */
function endOf({ closesAtInstant, endsOn, zone }: CalendarMeeting, opensAt: string): Date {
  const closes = closesAtInstant === null ? null : new Date(closesAtInstant)
  return closes && closes > new Date(opensAt) ? closes : endOfDayExclusive(endsOn, zone)
}

function eventOf(meeting: CalendarMeeting, origin: string, words: Words): CalendarEvent {
  const { startsOn, endsOn, opensAtInstant, zone, mode, cancelledReason, objectives } = meeting
  const place = [meeting.place, meeting.country].filter((part) => part !== null).join(', ')
  return {
    kind: 'EVENT',
    uid: eventUid(meeting),
    sequence: meeting.revision - 1,
    changedAt: new Date(meeting.changedAt),
    summary: meeting.title,
    description: [
      ...(cancelledReason ? [words('calendar.cancelled', { reason: cancelledReason })] : []),
      words('calendar.meetingOf', { group: groupName(meeting), mode: words(`deadline.mode.${mode}`) }),
      ...(opensAtInstant ? [words('calendar.opens', { at: formatInstant(opensAtInstant, zone, words) })] : []),
      ...(meeting.host ? [words('calendar.host', { host: meeting.host })] : []),
      ...(meeting.remoteDetails ? [words('calendar.remote', { details: meeting.remoteDetails })] : []),
      ...objectives.map((objective) => `- ${objective}`),
    ].join('\n'),
    url: origin + meetingPath(meeting),
    categories: [groupName(meeting)],
    isPrivate: meeting.visibility !== 'PUBLIC',
    ...(opensAtInstant
      ? { from: { at: new Date(opensAtInstant) }, until: { at: endOf(meeting, opensAtInstant) } }
      : { from: { on: startsOn }, until: { on: daysAfter(endsOn, 1) } }),
    location: place || (mode === 'REMOTE' ? words('deadline.mode.REMOTE') : null),
    status: status(meeting.state),
  }
}

function toDosOf(meeting: CalendarMeeting, origin: string, words: Words): CalendarToDo[] {
  return meeting.keyDates.map(({ obligation, closesAt, zone, hasPassed, reason, explanation }) => {
    const changedAt = new Date(meeting.datesChangedAt)
    const closes = new Date(closesAt)
    return {
      kind: 'TODO',
      uid: `date-${meeting.id}-${obligation.toLowerCase()}`,
      // Both are counted from 1, and others are 0 or more.
      sequence: meeting.datesRevision - 2,
      // What is over has changed by that alone.
      changedAt: hasPassed && closes > changedAt ? closes : changedAt,
      summary: words('calendar.due', {
        what: words(`deadline.obligation.${obligation}`),
        group: groupName(meeting),
      }),
      description: [
        words('calendar.dueFor', { at: formatClosing(closesAt, zone, words), title: meeting.title }),
        explanation.text,
        ...(reason ? [words('meeting.reasonGiven', { reason })] : []),
      ].join('\n'),
      url: `${origin}${meetingPath(meeting)}#key-dates`,
      categories: [groupName(meeting)],
      isPrivate: meeting.visibility !== 'PUBLIC',
      due: lastMoment(closesAt, zone),
      overSince: hasPassed ? closes : null,
      isCancelled: meeting.state === 'CANCELLED',
      relatedTo: eventUid(meeting),
    }
  })
}

/** A meeting as an event, and each of its key dates as a thing to do. [IC-2, IC-3] */
export const calendarEntries = (
  meetings: readonly CalendarMeeting[],
  origin: string,
  words: Words,
): (CalendarEvent | CalendarToDo)[] =>
  meetings.flatMap((meeting) => [eventOf(meeting, origin, words), ...toDosOf(meeting, origin, words)])
