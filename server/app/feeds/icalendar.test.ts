import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { checkCalendar, propertyIn, readCalendar, readText, readTexts } from '../../../test/builders/calendars.js'
import { calendarText, escaped, folded, type CalendarEvent, type CalendarToDo } from './icalendar.js'

const entry = {
  uid: 'meeting-1',
  sequence: 3,
  changedAt: new Date('2019-08-21T08:00:00Z'),
  summary: 'First meeting',
  description: 'One; two, three\nand a \\',
  url: 'https://example.org/groups/fg-x/meetings/1',
  categories: ['FG-X', 'Days, and nights'],
  isPrivate: false,
}
const anEvent: CalendarEvent = {
  ...entry,
  kind: 'EVENT',
  from: { at: new Date('2019-10-15T07:30:00Z') },
  until: { at: new Date('2019-10-15T22:00:00Z') },
  location: 'Vienna, Austria',
  status: 'CONFIRMED',
}
const aToDo: CalendarToDo = {
  ...entry,
  uid: 'date-1-contributions',
  kind: 'TODO',
  due: new Date('2019-10-02T21:59:00Z'),
  overSince: null,
  isCancelled: false,
  relatedTo: 'meeting-1',
}
const file = (...entries: (CalendarEvent | CalendarToDo)[]) =>
  calendarText({ name: 'Meetings of FG-X', source: 'https://example.org/x.ics', language: 'en-GB', entries })

describe('a calendar file', () => {
  it('[IC-1] is the file that RFC 5545 describes, line by line', () => {
    expect(file(anEvent, aToDo).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Rapporteur//Meetings and key dates//EN',
      'CALSCALE:GREGORIAN',
      'NAME;LANGUAGE=en-GB:Meetings of FG-X',
      'X-WR-CALNAME:Meetings of FG-X',
      'SOURCE;VALUE=URI:https://example.org/x.ics',
      'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
      'X-PUBLISHED-TTL:PT6H',
      'BEGIN:VEVENT',
      'UID:meeting-1',
      'DTSTAMP:20190821T080000Z',
      'LAST-MODIFIED:20190821T080000Z',
      'SEQUENCE:3',
      'SUMMARY:First meeting',
      'DESCRIPTION:One\\; two\\, three\\nand a \\\\',
      'URL:https://example.org/groups/fg-x/meetings/1',
      'CATEGORIES:FG-X,Days\\, and nights',
      'CLASS:PUBLIC',
      'DTSTART:20191015T073000Z',
      'DTEND:20191015T220000Z',
      'LOCATION:Vienna\\, Austria',
      'STATUS:CONFIRMED',
      'END:VEVENT',
      'BEGIN:VTODO',
      'UID:date-1-contributions',
      'DTSTAMP:20190821T080000Z',
      'LAST-MODIFIED:20190821T080000Z',
      'SEQUENCE:3',
      'SUMMARY:First meeting',
      'DESCRIPTION:One\\; two\\, three\\nand a \\\\',
      'URL:https://example.org/groups/fg-x/meetings/1',
      'CATEGORIES:FG-X,Days\\, and nights',
      'CLASS:PUBLIC',
      'DUE:20191002T215900Z',
      'RELATED-TO:meeting-1',
      'STATUS:NEEDS-ACTION',
      'END:VTODO',
      'END:VCALENDAR',
      '',
    ])
  })

  it('[IC-1] holds days as days, the end being the day after the last', () => {
    const [event] = checkCalendar(
      file({ ...anEvent, from: { on: '2019-10-15' }, until: { on: '2019-10-17' } }),
    ).components
    expect(propertyIn(event!, 'DTSTART')).toEqual({ name: 'DTSTART', params: { VALUE: 'DATE' }, value: '20191015' })
    expect(propertyIn(event!, 'DTEND').value).toBe('20191017')
  })

  it('[IC-2] says what is called off, and what is over since when', () => {
    const statusOf = (one: CalendarEvent | CalendarToDo) =>
      propertyIn(checkCalendar(file(one)).components[0]!, 'STATUS').value
    expect(statusOf({ ...anEvent, status: 'CANCELLED' })).toBe('CANCELLED')
    expect(statusOf({ ...aToDo, isCancelled: true })).toBe('CANCELLED')
    const over = { ...aToDo, overSince: new Date('2019-10-02T22:00:00Z') }
    expect(statusOf(over)).toBe('COMPLETED')
    expect(propertyIn(checkCalendar(file(over)).components[0]!, 'COMPLETED').value).toBe('20191002T220000Z')
  })

  it('[IC-1] is valid also when there is nothing in it', () => {
    const calendar = checkCalendar(file())
    expect(calendar.components.map(({ name }) => name)).toEqual(['VTIMEZONE'])
  })

  it('[IC-5] does not name an address that is a secret', () => {
    expect(calendarText({ name: 'Mine', source: null, language: 'en-GB', entries: [] })).not.toContain('SOURCE')
  })

  it('[IC-1] folds after 75 octets and never within a character', () => {
    const line = `SUMMARY:${'ä'.repeat(60)}${'会議'.repeat(20)}${'🕰'.repeat(20)}`
    const parts = folded(line).split('\r\n')
    expect(parts.length).toBeGreaterThan(3)
    for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75)
    for (const part of parts.slice(1)) expect(part).toMatch(/^ /)
    expect(parts.join('\r\n').replaceAll('\r\n ', '')).toBe(line)
  })

  it('[IC-1] leaves out what has no place in a calendar, and knows every line end', () => {
    expect(escaped('a\u0000b\u0007c\r\nd\re\nf\ttab\ud800')).toBe('abc\\nd\\ne\\nf\ttab\ufffd')
  })
})

describe('whatever people call their meetings', () => {
  const someText = fc.string({ unit: 'grapheme', maxLength: 300 }).map((text) => text.replace(/\p{Cc}|\ufffd/gu, ' '))
  const someInstant = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  const someEntry = fc.record({
    uid: fc.uuid(),
    sequence: fc.nat(),
    changedAt: someInstant,
    summary: someText,
    description: fc.array(someText, { maxLength: 5 }).map((lines) => lines.join('\n')),
    url: fc.webUrl(),
    categories: fc.array(
      someText.filter((text) => text !== ''),
      { minLength: 1, maxLength: 3 },
    ),
    isPrivate: fc.boolean(),
  })
  const someEvent = fc
    .tuple(someEntry, someInstant, fc.integer({ min: 1000, max: 1e9 }), fc.boolean(), fc.option(someText))
    .map(([some, from, length, isDays, location]): CalendarEvent => {
      const dayOf = (at: Date) => at.toISOString().slice(0, 10)
      const until = new Date(from.getTime() + length)
      const nextDay = new Date(until.getTime() + 86_400_000)
      return {
        ...some,
        kind: 'EVENT',
        ...(isDays
          ? { from: { on: dayOf(from) }, until: { on: dayOf(nextDay) } }
          : { from: { at: from }, until: { at: until } }),
        location,
        status: 'CONFIRMED',
      }
    })

  it('[IC-1] is a valid file, and reads back as what went in', () =>
    fc.assert(
      fc.property(fc.uniqueArray(someEvent, { selector: ({ uid }) => uid, maxLength: 5 }), (events) => {
        const calendar = checkCalendar(file(...events))
        const read = calendar.components.filter(({ name }) => name === 'VEVENT')
        expect(read).toHaveLength(events.length)
        for (const [at, event] of events.entries()) {
          const value = (name: string) => propertyIn(read[at]!, name).value
          expect(readText(value('SUMMARY'))).toBe(event.summary)
          expect(readTexts(value('CATEGORIES'))).toEqual(event.categories)
          expect(value('UID')).toBe(event.uid)
          if (event.description) expect(readText(value('DESCRIPTION'))).toBe(event.description)
          if (event.location) expect(readText(value('LOCATION'))).toBe(event.location)
        }
      }),
    ))

  it('[IC-1] and the reader that says so refuses what is not valid', () => {
    const good = file(anEvent)
    expect(() => readCalendar(good.replaceAll('\r\n', '\n'))).toThrow('last line')
    expect(() => readCalendar(good.replace('SUMMARY:', `SUMMARY:${'x'.repeat(80)}`))).toThrow('75 octets')
    expect(() => checkCalendar(file(anEvent, anEvent))).toThrow('stands twice')
    expect(() => checkCalendar(file({ ...anEvent, until: anEvent.from }))).toThrow('ends before it begins')
    expect(() => checkCalendar(good.replace('STATUS:CONFIRMED', 'STATUS:MAYBE'))).toThrow('no such status')
  })
})
