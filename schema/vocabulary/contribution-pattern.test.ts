import { expect, it } from '@jest/globals'
import { meetingLetter, numberBy, patternFault, usualPattern, type NumberParts } from './contribution-pattern.js'

const parts: NumberParts = { group: 'FG-X', meeting: 2, type: 'C', seq: 7, revision: 0 }

it('[CO-8, GS-3] makes a number of tokens, with a suffix for a revision alone', () => {
  expect(numberBy(usualPattern, parts)).toBe('FG-X-I-007')
  expect(numberBy(usualPattern, { ...parts, revision: 2 })).toBe('FG-X-I-007-R2')
  expect(numberBy('{type}{seq} ({group}, {meetingLetter}{meeting})', parts)).toBe('C7 (FG-X, B2)')
  expect(numberBy('{seq:3}', { ...parts, seq: 12345 })).toBe('12345')
})

it('[GS-3] counts meetings by letters beyond Z', () => {
  expect([1, 26, 27, 52, 53, 703].map(meetingLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'AAA'])
})

it('[GS-3] knows a pattern that gives two documents one number, or none', () => {
  expect(patternFault(usualPattern)).toBeNull()
  expect(patternFault('{group}-I')).toBe('NO_SEQUENCE')
  expect(patternFault('{seq}-{seq:2}')).toBe('TWO_SEQUENCES')
  expect(patternFault('{seq:9}')).toBe('UNKNOWN_TOKEN')
  expect(patternFault('{year}-{seq}')).toBe('UNKNOWN_TOKEN')
  expect(patternFault('{seq')).toBe('STRAY_BRACE')
  expect(patternFault('{seq}/<b>')).toBe('BAD_SIGN')
})
