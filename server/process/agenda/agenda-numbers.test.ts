import { expect, it } from '@jest/globals'
import { numbered } from './agenda-numbers.js'

const row = (id: string, parentId: string | null, position: number) => ({ id, parentId, position })

it('[ME-10] numbers rows by their place in the tree, whatever order they come in', () => {
  const rows = [row('c', 'b', 5), row('b', null, 9), row('d', 'b', 7), row('a', null, 2), row('e', 'd', 1)]
  expect(numbered(rows).map(({ row, number }) => `${number} ${row.id}`)).toEqual([
    '1 a',
    '2 b',
    '2.1 c',
    '2.2 d',
    '2.2.1 e',
  ])
})

it('[ME-10] keeps one order for rows at the same place', () => {
  const rows = [row('b', null, 1), row('a', null, 1)]
  expect(numbered(rows)).toEqual(numbered(rows.toReversed()))
})

it('[ME-10] leaves out what hangs from a row that is not shown', () => {
  expect(numbered([row('a', null, 1), row('b', 'hidden', 1)]).map(({ row }) => row.id)).toEqual(['a'])
})
