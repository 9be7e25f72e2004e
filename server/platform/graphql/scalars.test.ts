import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { DateScalar, DateTimeScalar, isCalendarDay, JsonScalar, UrlScalar, UuidScalar } from './scalars.js'

const reads = (parse: () => unknown): boolean => {
  try {
    parse()
    return true
  } catch {
    return false
  }
}

describe('DateTime', () => {
  it('reads an instant with its offset and writes it in UTC', () => {
    const read = DateTimeScalar.parseValue('2026-03-14T23:59:59+01:00')
    expect(DateTimeScalar.serialize(read)).toBe('2026-03-14T22:59:59.000Z')
  })

  it.each([
    '2026-03-14',
    '2026-03-14T23:59:59',
    '2026-02-30T00:00:00Z',
    '2026-03-14T24:00:00Z',
    '14 March 2026',
    '',
    0,
    null,
    {},
  ])('refuses %j', (value) =>
    expect(() => DateTimeScalar.parseValue(value)).toThrow('DateTime expects an instant with its offset'),
  )

  it('reads every instant it writes', () =>
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true }), (date) => {
        expect(DateTimeScalar.parseValue(DateTimeScalar.serialize(date))).toEqual(date)
      }),
    ))

  it('never writes a date that is none', () => {
    expect(() => DateTimeScalar.serialize(new Date(Number.NaN))).toThrow()
    expect(() => DateTimeScalar.serialize('soon')).toThrow()
  })
})

describe('Date', () => {
  it.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2026-02-30', false],
    ['2024-02-29', true],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-04-31', false],
    ['2026-4-3', false],
    ['2026-03-14T00:00:00Z', false],
  ])('%s exists: %s', (day, exists) => {
    expect(isCalendarDay(day)).toBe(exists)
    expect(reads(() => DateScalar.parseValue(day))).toBe(exists)
  })

  it('is never made of an instant, which would need a zone', () =>
    expect(() => DateScalar.serialize(new Date())).toThrow())
})

it.each([
  [UuidScalar, '01936F0A-7C1E-7000-8000-0123456789AB', true],
  [UuidScalar, '01936f0a7c1e700080000123456789ab', false],
  [UuidScalar, 'iso-iec-21031', false],
  [UrlScalar, 'https://www.itu.int/rec/?q=ü', true],
  [UrlScalar, 'javascript:alert(1)', false],
  [UrlScalar, 'data:text/html,x', false],
  [UrlScalar, '/items/x', false],
  [UrlScalar, 'https://user:password@example.org', false],
  [UrlScalar, `https://example.org/${'x'.repeat(3000)}`, false],
  [JsonScalar, { any: 'thing' }, false],
])('%s reads %j: %s', (scalar, value, readable) => expect(reads(() => scalar.parseValue(value))).toBe(readable))
