import { expect, it } from '@jest/globals'
import { dueMeant, dueWords } from './due.js'

it('[RC-11] understands a day, a meeting by its number and the next one, and leaves other words to the minutes', () => {
  expect(dueMeant('2026-12-01')).toEqual({ kind: 'DAY', on: '2026-12-01' })
  expect(dueMeant(' by 2026-12-01')).toEqual({ kind: 'DAY', on: '2026-12-01' })
  expect(dueMeant('Meeting 4')).toEqual({ kind: 'MEETING', number: 4 })
  expect(dueMeant('the next meeting')).toEqual({ kind: 'NEXT' })
  for (const other of ['', 'after the summer', '1 December', 'meeting four']) expect(dueMeant(other)).toBeNull()
})

it('[RC-11] says a time so that it is understood again', () => {
  expect(dueMeant(dueWords({ on: '2026-12-01', meeting: null }))).toEqual({ kind: 'DAY', on: '2026-12-01' })
  expect(dueMeant(dueWords({ on: null, meeting: 12 }))).toEqual({ kind: 'MEETING', number: 12 })
  expect(dueWords({ on: null, meeting: null })).toBe('')
})
