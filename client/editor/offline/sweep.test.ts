import { expect, it } from '@jest/globals'
import { isOverdue, keptForDays } from './sweep.js'

const day = 86_400_000
const openedAt = 1_000_000
const after = openedAt + keptForDays * day + 1

it('[OF-5] removes a text that was not opened for thirty days', () => {
  expect(isOverdue({ openedAt, isSpoilt: false, unsent: 0 }, after - 1)).toBe(false)
  expect(isOverdue({ openedAt, isSpoilt: false, unsent: 0 }, after)).toBe(true)
})

it('[OF-5] never removes changes that can still be sent', () => {
  expect(isOverdue({ openedAt, isSpoilt: false, unsent: 1 }, after + 1000 * day)).toBe(false)
  expect(isOverdue({ openedAt, isSpoilt: true, unsent: 1 }, after)).toBe(true)
})
