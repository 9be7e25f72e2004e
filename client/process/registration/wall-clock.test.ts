import { expect, it } from '@jest/globals'
import { instantIn, wallIn } from './wall-clock.js'

it.each([
  ['2026-05-12T09:30', 'Asia/Bangkok', '2026-05-12T02:30:00.000Z'],
  ['2026-05-12T00:00', 'Europe/Vienna', '2026-05-11T22:00:00.000Z'],
  ['2026-03-29T00:30', 'Europe/Vienna', '2026-03-28T23:30:00.000Z'],
  ['2026-03-29T03:30', 'Europe/Vienna', '2026-03-29T01:30:00.000Z'],
  ['2026-10-25T04:00', 'Europe/Vienna', '2026-10-25T03:00:00.000Z'],
])('%s on the clocks of %s is %s, and back', (wall, zone, instant) => {
  expect(instantIn(wall, zone)).toBe(instant)
  expect(wallIn(instant, zone)).toBe(wall)
})

it.each(['', 'tomorrow', '2026-13-40T09:30', '2026-05-12'])('%p is no time', (wall) => {
  expect(instantIn(wall, 'Europe/Vienna')).toBeNull()
})
