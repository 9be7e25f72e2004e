import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { nextDigestAt } from './next-digest.js'

it.each([
  ['DAILY', '2026-03-14T04:59:59Z', '2026-03-14T05:00:00.000Z'],
  ['DAILY', '2026-03-14T05:00:00Z', '2026-03-15T05:00:00.000Z'],
  ['DAILY', '2026-12-31T12:00:00Z', '2027-01-01T05:00:00.000Z'],
  // A Saturday, and a Monday before and after the hour.
  ['WEEKLY', '2026-03-14T12:00:00Z', '2026-03-16T05:00:00.000Z'],
  ['WEEKLY', '2026-03-16T04:00:00Z', '2026-03-16T05:00:00.000Z'],
  ['WEEKLY', '2026-03-16T05:00:00Z', '2026-03-23T05:00:00.000Z'],
] as const)('[NO-4] sends the next %s letter after %s at %s', (frequency, now, next) => {
  expect(nextDigestAt(frequency, new Date(now)).toISOString()).toBe(next)
})

it('[NO-4] is always ahead, and never further than its period', () =>
  fc.assert(
    fc.property(
      fc.constantFrom('DAILY', 'WEEKLY'),
      fc.date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
      (frequency, now) => {
        const ahead = nextDigestAt(frequency, now).getTime() - now.getTime()
        expect(ahead).toBeGreaterThan(0)
        expect(ahead).toBeLessThanOrEqual((frequency === 'DAILY' ? 1 : 7) * 86_400_000)
      },
    ),
  ))
