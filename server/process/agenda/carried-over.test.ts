import { expect, it } from '@jest/globals'
import { goOn } from './carried-over.js'

const row = (id: string, more: object = {}) => ({
  id,
  parentId: null,
  progress: 'NOT_BEGUN' as const,
  outcome: null,
  ...more,
})
const ids = (rows: Parameters<typeof goOn>[0], isOver: boolean) => goOn(rows, isOver).map(({ id }) => id)
const rows = [
  row('done', { progress: 'DONE', outcome: 'AGREED' }),
  row('noted without a word', { progress: 'DONE' }),
  row('put off', { outcome: 'DEFERRED' }),
  row('next time', { progress: 'DONE', outcome: 'CARRIED_TO_NEXT' }),
  row('heading'),
  row('never reached', { parentId: 'heading' }),
  row('dropped', { outcome: 'WITHDRAWN' }),
]

it('[AG-6] offers what was put off at once, and what nobody came to when the meeting is over', () => {
  expect(ids(rows, false)).toEqual(['put off', 'next time'])
  expect(ids(rows, true)).toEqual(['put off', 'next time', 'never reached'])
})

it('[AG-6] offers nothing of a meeting that was not led here: nobody knows what became of its rows', () => {
  expect(ids([row('a'), row('b')], true)).toEqual([])
})
