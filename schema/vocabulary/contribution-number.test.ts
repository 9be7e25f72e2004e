import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  DEFAULT_PATTERN,
  meetingLetter,
  namedContributions,
  readPattern,
  revisionSuffix,
  seriesOf,
  usablePattern,
  writeContributionNumber,
  type NumberPattern,
} from './contribution-number.js'

const pattern = (text: string): NumberPattern => {
  const read = readPattern(text)
  if (typeof read === 'string') throw new Error(`${text}: ${read}`)
  return read
}
const ai4ee = { group: 'FG-AI4EE', meeting: 2 }

describe('the number of a contribution', () => {
  it.each([
    [DEFAULT_PATTERN, 1, 'FGAI4EE-I-001'],
    ['{group}-{meetingLetter}-{seq:3}{rev}', 49, 'FGAI4EE-B-049'],
    ['{group}-{type}-{seq}', 1, 'FGAI4EE-C-1'],
    ['{type}{seq}.{meetingLetter}{meeting}{rev}', 7, 'C7.B2'],
    ['{seq:3}', 12345, '12345'],
    [DEFAULT_PATTERN, 1234, 'FGAI4EE-I-1234'],
  ])('[CO-8] is made from the pattern of its group: %s', (text, sequence, number) => {
    expect(writeContributionNumber(pattern(text), ai4ee, sequence)).toBe(number)
  })

  it('[CO-8, GS-3] is not made from a pattern that says nothing, or too much', () => {
    expect(
      [
        '',
        '{group}'.repeat(10),
        'I {seq}',
        'I/{seq}',
        '{seq}/<b>',
        'I-é{seq}',
        '{seq',
        '{year}-{seq}',
        '{seq:9}',
        '{group:3}-{seq}',
        '{group}-I',
        '{seq}-{seq}',
        '{seq}-{seq:2}',
        '2{seq}',
        '{group}{seq}',
        '{seq}{meeting}',
        '{seq}-{group}-2',
        '{rev}-{seq}',
      ].map((text) => (typeof readPattern(text) === 'string' ? readPattern(text) : 'taken')),
    ).toEqual([
      'EMPTY',
      'TOO_LONG',
      'BAD_SIGN',
      'BAD_SIGN',
      'BAD_SIGN',
      'BAD_SIGN',
      'STRAY_BRACE',
      'UNKNOWN_TOKEN',
      'UNKNOWN_TOKEN',
      'UNKNOWN_TOKEN',
      'NO_SEQUENCE',
      'TWICE',
      'TWICE',
      'DIGIT_BESIDE',
      'DIGIT_BESIDE',
      'DIGIT_BESIDE',
      'taken',
      'REVISION_NOT_LAST',
    ])
  })

  it('[CO-8] runs within what the rest of it says', () => {
    expect(pattern('{group}-{meeting}-{seq}').needsMeeting).toBe(true)
    const lettered = pattern('{group}-{meetingLetter}-{seq:3}')
    expect(lettered.needsMeeting).toBe(true)
    expect(seriesOf(lettered, ai4ee)).toBe('FGAI4EE-B-#')
    expect(seriesOf(lettered, { ...ai4ee, meeting: 3 })).toBe('FGAI4EE-C-#')
    expect(seriesOf(pattern(DEFAULT_PATTERN), ai4ee)).toBe(seriesOf(pattern(DEFAULT_PATTERN), { ...ai4ee, meeting: 9 }))
  })

  it('[CO-8, GS-3] is made by our own pattern where that of the group cannot be read', () => {
    expect(usablePattern('{group}-I')).toEqual(pattern(DEFAULT_PATTERN))
    expect(usablePattern('DOC{seq}')).toEqual(pattern('DOC{seq}'))
  })

  it('[CO-8] is cited with and without its revision', () => {
    expect(revisionSuffix(0)).toBe('')
    expect(namedContributions(`FGAI4EE-I-007${revisionSuffix(2)}`)).toEqual([
      { number: 'FGAI4EE-I-007-R2', revision: null },
      { number: 'FGAI4EE-I-007', revision: 2 },
    ])
    expect(namedContributions(' FGAI4EE-I-007 ')).toEqual([{ number: 'FGAI4EE-I-007', revision: null }])
  })

  it('[CO-8] names a meeting by letters that go on behind Z', () => {
    expect([1, 26, 27, 52, 53, 702, 703].map(meetingLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  })
})

const piece = fc.constantFrom('-', 'I', 'DOC', '.', '_', '&', '20-')
const anyPattern = fc
  .tuple(
    fc.array(piece, { maxLength: 3 }),
    fc.integer({ min: 1, max: 6 }),
    fc.array(piece, { maxLength: 3 }),
    fc.boolean(),
  )
  .map(
    ([before, width, after, hasRevision]) =>
      `${before.join('')}{seq:${width}}${after.join('')}${hasRevision ? '{rev}' : ''}`,
  )
  .filter((text) => typeof readPattern(text) !== 'string')

describe('whatever the pattern', () => {
  it('[CO-8] two running numbers never give the same number, and every revision leads back to its own', () =>
    fc.assert(
      fc.property(
        anyPattern,
        fc.uniqueArray(fc.integer({ min: 1, max: 5_000_000 }), { minLength: 2, maxLength: 20 }),
        fc.integer({ min: 0, max: 999 }),
        (text, sequences, revision) => {
          const read = pattern(text)
          const numbers = sequences.map((sequence) => writeContributionNumber(read, ai4ee, sequence))
          expect(new Set(numbers).size).toBe(numbers.length)
          for (const number of numbers) {
            const named = namedContributions(number + revisionSuffix(revision)).map((one) => one.number)
            expect(named).toContain(number)
            expect(encodeURIComponent(number).replaceAll('%26', '&')).toBe(number)
          }
        },
      ),
    ))
})
