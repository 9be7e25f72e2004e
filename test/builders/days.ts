import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { daysAfter } from '#server/platform/time/index.js'

/** Zones whose clocks change at odd hours, by odd steps, at midnight, or not at all. */
export const someZone = fc.constantFrom(
  'Europe/Zurich',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Havana',
  'Africa/Cairo',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Asia/Bangkok',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Auckland',
  'UTC',
)

/** Any day from 1990 to 2060, days around leap days and ends of months among them more often than by chance. */
export const someDay = fc.oneof(
  fc.nat(25_900).map((n) => daysAfter('1990-01-01', n)),
  fc
    .tuple(fc.integer({ min: 1990, max: 2059 }), fc.constantFrom('01-31', '02-28', '03-01', '04-30', '12-31'))
    .map(([year, rest]) => `${year}-${rest}`),
  fc.integer({ min: 0, max: 16 }).map((n) => `${1992 + 4 * n}-02-29`),
)

/** A zone and a day in it; half the time a day on which its clocks change, or the day beside. */
export const someDayInZone = fc
  .tuple(someDay, someZone, fc.constantFrom(null, null, null, -1, 0, 1))
  .map(([day, zone, beside]) => {
    const change =
      beside === null ? null : Temporal.PlainDate.from(day).toZonedDateTime(zone).getTimeZoneTransition('next')
    return { day: change ? daysAfter(change.toPlainDate().toString(), beside!) : day, zone }
  })
