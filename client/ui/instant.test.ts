import { describe, expect, it } from '@jest/globals'
import { differs, formatDay, formatInstant, offsetOf, placeOf } from './instant.js'

const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ')

describe('writing an instant', () => {
  it('shows the clocks of the zone it is given, on either side of a clock change', () => {
    expect(plain(formatInstant('2019-10-02T21:59:00Z', 'Europe/Zurich', 'en-GB'))).toMatch(/^2 Oct 2019, 23:59$/)
    expect(plain(formatInstant('2019-11-02T22:59:00Z', 'Europe/Zurich', 'en-GB'))).toMatch(/^2 Nov 2019, 23:59$/)
    expect(offsetOf('2019-10-02T21:59:00Z', 'Europe/Zurich')).toBe('UTC+02:00')
    expect(offsetOf('2019-11-02T22:59:00Z', 'UTC')).toBe('UTC+00:00')
  })

  it('writes midnight as 00:00, not 24:00', () => {
    expect(formatInstant('2026-03-14T23:00:00Z', 'Europe/Zurich', 'en-GB', 'time')).toBe('00:00')
  })

  it('finds two zones alike when their clocks agree', () => {
    expect(differs('2026-01-01T00:00:00Z', 'Europe/Zurich', 'Europe/Vienna')).toBe(false)
    expect(differs('2026-01-01T00:00:00Z', 'Europe/Zurich', 'Asia/Bangkok')).toBe(true)
  })

  it('names a place from a zone', () => {
    expect(placeOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires')
  })
})

describe('writing a calendar day', () => {
  it('does not move with the zone of the machine, and says no more than is known', () => {
    expect(formatDay('2026-02-20', 'en-GB')).toBe('20 Feb 2026')
    expect(formatDay('2025-02', 'en-GB')).toBe('Feb 2025')
    expect(formatDay('2025', 'en-GB')).toBe('2025')
  })
})
