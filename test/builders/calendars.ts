/** A small reader of RFC 5545, strict where our own files must be: it refuses what a calendar program might only forgive. */

export interface CalendarProperty {
  readonly name: string
  readonly params: Readonly<Record<string, string>>
  /** As it stands in the file, unfolded. */
  readonly value: string
}

export interface CalendarComponent {
  readonly name: string
  readonly properties: readonly CalendarProperty[]
  readonly components: readonly CalendarComponent[]
}

/** The value of a TEXT property as a person reads it. */
export function readText(value: string): string {
  return value.replace(/\\(.)/gs, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign))
}

/** Values of a list of TEXT. */
export const readTexts = (value: string): string[] => (value.match(/(?:\\.|[^,\\])+/gs) ?? []).map(readText)

function propertyOf(line: string): CalendarProperty {
  const found = /^([A-Z][A-Z0-9-]*)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/s.exec(line)
  if (!found) throw new Error(`not a content line: ${line}`)
  const [, name, params, value] = found
  const pairs = [...params!.matchAll(/;([A-Z-]+)=("[^"]*"|[^";:,]*)/g)].map(
    ([, key, text]) => [key!, text!.replaceAll('"', '')] as const,
  )
  return { name: name!, params: Object.fromEntries(pairs), value: value! }
}

/** Reads a calendar file. Throws for a line that is too long, a line end that is not CRLF, and components that do not close. */
export function readCalendar(text: string): CalendarComponent {
  if (!text.endsWith('\r\n')) throw new Error('the last line does not end')
  const physical = text.slice(0, -2).split('\r\n')
  for (const line of physical) {
    if (/[\r\n]/.test(line)) throw new Error(`a line end that is not CRLF in: ${line}`)
    if (Buffer.byteLength(line) > 75) throw new Error(`longer than 75 octets: ${line}`)
    if (line.includes('\ufffd')) throw new Error(`broken within a character: ${line}`)
  }
  const lines = physical
    .join('\r\n')
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
  const open: { name: string; properties: CalendarProperty[]; components: CalendarComponent[] }[] = []
  let whole: CalendarComponent | null = null
  for (const line of lines) {
    const property = propertyOf(line)
    if (property.name === 'BEGIN') open.push({ name: property.value, properties: [], components: [] })
    else if (property.name === 'END') {
      const closed = open.pop()
      if (closed?.name !== property.value) throw new Error(`${property.value} ends where it did not begin`)
      const around = open.at(-1)
      if (around) around.components.push(closed)
      else if (whole) throw new Error('more than one calendar')
      else whole = closed
    } else open.at(-1)!.properties.push(property)
  }
  if (!whole || open.length > 0) throw new Error('the calendar does not end')
  return whole
}

/** The one property of a name; throws when there is none, or more than one. */
export function propertyIn(component: CalendarComponent, name: string): CalendarProperty {
  const found = component.properties.filter((property) => property.name === name)
  if (found.length !== 1) throw new Error(`${component.name} has ${found.length} times ${name}`)
  return found[0]!
}

const once = ['UID', 'DTSTAMP', 'SEQUENCE', 'SUMMARY', 'LAST-MODIFIED', 'URL', 'CLASS', 'STATUS']
const statuses: Readonly<Record<string, readonly string[]>> = {
  VEVENT: ['TENTATIVE', 'CONFIRMED', 'CANCELLED'],
  VTODO: ['NEEDS-ACTION', 'COMPLETED', 'IN-PROCESS', 'CANCELLED'],
}

/** A DATE or a DATE-TIME in UTC that the calendar has; as text that sorts. */
function timeOf({ params, value }: CalendarProperty): string {
  const isDay = params.VALUE === 'DATE'
  if (!(isDay ? /^\d{8}$/ : /^\d{8}T\d{6}Z$/).test(value)) throw new Error(`not a time: ${value}`)
  const iso = `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6, 8)}`
  const at = isDay
    ? `${iso}T00:00:00.000Z`
    : `${iso}T${value.slice(9, 11)}:${value.slice(11, 13)}:${value.slice(13, 15)}.000Z`
  if (new Date(at).toISOString() !== at) throw new Error(`no such time: ${value}`)
  return at
}

/** What RFC 5545 asks of a file that is given out for subscription, where our files could break it. Throws at the first breach. */
export function checkCalendar(text: string): CalendarComponent {
  const calendar = readCalendar(text)
  if (calendar.name !== 'VCALENDAR') throw new Error('not a calendar')
  if (propertyIn(calendar, 'VERSION').value !== '2.0') throw new Error('not version 2.0')
  if (propertyIn(calendar, 'PRODID').value === '') throw new Error('nobody made it')
  if (calendar.components.length === 0) throw new Error('a calendar has one component at least')
  const uids = new Set<string>()
  for (const component of calendar.components) {
    if (component.name === 'VTIMEZONE') continue
    for (const name of once) propertyIn(component, name)
    const uid = propertyIn(component, 'UID').value
    if (uids.has(uid)) throw new Error(`${uid} stands twice`)
    uids.add(uid)
    if (!/^\d+$/.test(propertyIn(component, 'SEQUENCE').value)) throw new Error(`${uid}: the sequence is no number`)
    if (!statuses[component.name]?.includes(propertyIn(component, 'STATUS').value)) {
      throw new Error(`${uid}: no such status of a ${component.name}`)
    }
    timeOf(propertyIn(component, 'DTSTAMP'))
    timeOf(propertyIn(component, 'LAST-MODIFIED'))
    if (!URL.canParse(propertyIn(component, 'URL').value)) throw new Error(`${uid}: its address is none`)
    if (component.name === 'VEVENT') {
      const [start, end] = [propertyIn(component, 'DTSTART'), propertyIn(component, 'DTEND')]
      if (start.params.VALUE !== end.params.VALUE) throw new Error(`${uid}: a day and a time`)
      if (timeOf(end) <= timeOf(start)) throw new Error(`${uid}: it ends before it begins`)
    } else {
      timeOf(propertyIn(component, 'DUE'))
      if (component.properties.some(({ name }) => name === 'DURATION')) throw new Error(`${uid}: due and a duration`)
    }
  }
  return calendar
}
