import { expect, it } from '@jest/globals'
import { isProgressStale, progressAfter } from './progress.js'

const moving = { progress: 'GREEN', happenedOn: '2026-01-31' } as const

it('[GA-2] calls an update stale from the day after the review interval', () => {
  expect(isProgressStale('GREEN', moving, '2026-07-31')).toBe(false)
  expect(isProgressStale('GREEN', moving, '2026-08-01')).toBe(true)
})

it('[GA-2] calls progress that nobody dated stale, and ignorance not', () => {
  expect(isProgressStale('GREEN', null, '2026-01-31')).toBe(true)
  expect(isProgressStale('UNKNOWN', null, '2026-01-31')).toBe(false)
})

it('[GA-2] goes by the newest day; of one day, by what was said last', () => {
  expect(progressAfter(moving, { progress: 'RED', happenedOn: '2025-12-01' })).toBe('GREEN')
  expect(progressAfter(moving, { progress: 'RED', happenedOn: '2026-01-31' })).toBe('RED')
  expect(progressAfter(null, moving)).toBe('GREEN')
})
