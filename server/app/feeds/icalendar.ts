/** Calendar files as RFC 5545 wants them. Knows nothing of meetings: calendar.ts says what goes in. [IC-1] */

/** A calendar day (`YYYY-MM-DD`), or an instant. */
export type CalendarTime = { readonly on: string } | { readonly at: Date }

interface Entry {
  /** Names it for good, in whatever file it stands: calendars know by it what they have already. */
  readonly uid: string
  /** Rises with each change. */
  readonly sequence: number
  /** When it was last changed. */
  readonly changedAt: Date
  readonly summary: string
  readonly description: string
  readonly url: string
  readonly categories: readonly string[]
  /** Not for everybody's eyes. */
  readonly isPrivate: boolean
}

export interface CalendarEvent extends Entry {
  readonly kind: 'EVENT'
  readonly from: CalendarTime
  /** The first day or instant that no longer belongs to it; of the same kind as `from`. */
  readonly until: CalendarTime
  readonly location: string | null
  readonly status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED'
}

export interface CalendarToDo extends Entry {
  readonly kind: 'TODO'
  readonly due: Date
  /** Since when nothing is left to do; null while there is. */
  readonly overSince: Date | null
  readonly isCancelled: boolean
  /** The event for which it is due. */
  readonly relatedTo: string
}

export interface CalendarFile {
  readonly name: string
  /** Address of the file itself; null where that is a secret. */
  readonly source: string | null
  readonly language: string
  readonly entries: readonly (CalendarEvent | CalendarToDo)[]
}

const OCTETS = 75

/** A content line in pieces of 75 octets at most, none of them ending within a character. RFC 5545, 3.1 */
export function folded(line: string): string {
  let text = ''
  let octets = 0
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (octets + size > OCTETS) {
      text += '\r\n '
      octets = 1
    }
    text += sign
    octets += size
  }
  return text
}

/** A value of type TEXT: line ends are written as `\n`, and other control characters have no place in a calendar. RFC 5545, 3.3.11 */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex -- exactly these may not stand in a calendar
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')

/** `20191015T073000Z` */
const utc = (at: Date) =>
  at
    .toISOString()
    .replace(/\.\d{3}/, '')
    .replace(/[-:]/g, '')

const day = (on: string) => on.replaceAll('-', '')

const time = (name: string, when: CalendarTime) =>
  'on' in when ? `${name};VALUE=DATE:${day(when.on)}` : `${name}:${utc(when.at)}`

/** What any entry says. DTSTAMP is of the last change, as RFC 5545, 3.8.7.2 asks of a calendar without METHOD: the same file twice is the same file. */
const common = (entry: Entry) => [
  `UID:${escaped(entry.uid)}`,
  `DTSTAMP:${utc(entry.changedAt)}`,
  `LAST-MODIFIED:${utc(entry.changedAt)}`,
  `SEQUENCE:${entry.sequence}`,
  `SUMMARY:${escaped(entry.summary)}`,
  ...(entry.description ? [`DESCRIPTION:${escaped(entry.description)}`] : []),
  `URL:${entry.url}`,
  `CATEGORIES:${entry.categories.map(escaped).join(',')}`,
  `CLASS:${entry.isPrivate ? 'PRIVATE' : 'PUBLIC'}`,
]

const event = (entry: CalendarEvent) => [
  'BEGIN:VEVENT',
  ...common(entry),
  time('DTSTART', entry.from),
  time('DTEND', entry.until),
  ...(entry.location ? [`LOCATION:${escaped(entry.location)}`] : []),
  `STATUS:${entry.status}`,
  'END:VEVENT',
]

const toDo = (entry: CalendarToDo) => [
  'BEGIN:VTODO',
  ...common(entry),
  `DUE:${utc(entry.due)}`,
  `RELATED-TO:${escaped(entry.relatedTo)}`,
  ...(entry.isCancelled
    ? ['STATUS:CANCELLED']
    : entry.overSince
      ? ['STATUS:COMPLETED', `COMPLETED:${utc(entry.overSince)}`]
      : ['STATUS:NEEDS-ACTION']),
  'END:VTODO',
]

/** A calendar holds one component at least, so that one without entries holds the zone of its times. RFC 5545, 3.6 */
const nothing = [
  'BEGIN:VTIMEZONE',
  'TZID:Etc/UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** The file. Instants are in UTC, so that it needs no table of clock changes, which nobody would mend in a file that was taken away. [IC-1] */
export function calendarText({ name, source, language, entries }: CalendarFile): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Rapporteur//Meetings and key dates//EN',
    'CALSCALE:GREGORIAN',
    `NAME;LANGUAGE=${language}:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    ...(source === null ? [] : [`SOURCE;VALUE=URI:${source}`]),
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...(entries.length === 0 ? nothing : []),
    ...entries.flatMap((entry) => (entry.kind === 'EVENT' ? event(entry) : toDo(entry))),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}
