import { expect, it } from '@jest/globals'
import { shownStatuses } from './status-shown.js'

it('says a status once, where it begins to differ from that of the clause above', () => {
  const clauses = [
    ['a', 1, 'DRAFT'],
    ['b', 2, 'AGREED'],
    ['c', 3, 'AGREED'],
    ['d', 3, 'DRAFT'],
    ['e', 1, 'AGREED'],
    ['f', 2, 'AGREED'],
    ['g', 2, 'UNDER_DISCUSSION'],
    ['h', 1, 'DRAFT'],
  ].map(([id, level, status]) => ({ id: String(id), level: Number(level), status: String(status) }))
  expect([...shownStatuses(clauses)]).toEqual(['b', 'd', 'e', 'g'])
})
