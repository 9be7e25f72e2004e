import { describe, expect, it } from '@jest/globals'
import { wordsFor } from '#schema/words/index.js'
import { meetingWarnings, ordinalTitle, proposedDays } from './new-meeting.js'

const words = wordsFor('en')
const group = { acronym: 'FG-X', name: 'Focus Group X' }

it('calls a meeting by its number', () => {
  expect(ordinalTitle(1, group, words)).toBe('First meeting of FG-X')
  expect(ordinalTitle(3, group, words)).toBe('Third meeting of FG-X')
  expect(ordinalTitle(10, group, words)).toBe('Tenth meeting of FG-X')
  expect(ordinalTitle(11, group, words)).toBe('11th meeting of FG-X')
  expect(ordinalTitle(22, group, words)).toBe('22nd meeting of FG-X')
  expect(ordinalTitle(2, { acronym: null, name: 'Working Group 2' }, words)).toBe('Second meeting of Working Group 2')
})

describe('the days proposed', () => {
  const read = (given: Record<string, string>) => proposedDays((name) => given[name] ?? '', { zone: 'Europe/Zurich' })

  it('are one day when no last day is given, in the group’s zone when none is named', () => {
    expect(read({ startsOn: '2026-05-04' })).toEqual({
      startsOn: '2026-05-04',
      endsOn: '2026-05-04',
      mode: 'HYBRID',
      zone: 'Europe/Zurich',
    })
  })

  it('are nothing to compute with while a day is missing, does not exist, or the last lies before the first', () => {
    expect(read({})).toBeNull()
    expect(read({ startsOn: '2026-02-30' })).toBeNull()
    expect(read({ startsOn: '2026-05-04', endsOn: '2026-05-03' })).toBeNull()
    expect(read({ startsOn: 'soon' })).toBeNull()
  })

  it('take no mode that is not on the list', () => {
    expect(read({ startsOn: '2026-05-04', mode: 'REMOTE' })?.mode).toBe('REMOTE')
    expect(read({ startsOn: '2026-05-04', mode: 'TELEPATHY' })?.mode).toBe('HYBRID')
  })
})

describe('what a chair should know before calling', () => {
  const announcement = { obligation: 'ANNOUNCEMENT', effectiveOn: '2026-04-06', hasPassed: true }
  const minutes = { obligation: 'MINUTES', effectiveOn: '2026-01-01', hasPassed: true }

  it('[D-FG-2] is that fewer than four weeks remain', () => {
    expect(meetingWarnings({ startsOn: '2026-05-04' }, [], '2026-04-06')).toEqual([])
    expect(meetingWarnings({ startsOn: '2026-05-04' }, [], '2026-04-07')).toEqual([{ code: 'SHORT_NOTICE', days: 27 }])
  })

  it('is which date is over already for those who must keep it', () => {
    expect(meetingWarnings({ startsOn: '2026-05-04' }, [announcement, minutes], '2026-04-06')).toEqual([
      { code: 'OVER_ALREADY', obligation: 'ANNOUNCEMENT', on: '2026-04-06' },
    ])
  })

  it('is only that the days are past, when they are', () => {
    expect(meetingWarnings({ startsOn: '2026-04-01' }, [announcement], '2026-04-06')).toEqual([
      { code: 'STARTS_IN_PAST' },
    ])
  })
})
