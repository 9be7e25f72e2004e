import { expect, it } from '@jest/globals'
import { documentBlockers, type DocumentsSeen } from './document-blockers.js'

const seen: DocumentsSeen = { number: 3, title: 'Third meeting', startsOn: '2027-06-29', count: 2 }

it('[GS-9] tells of documents that stand under no row when the meeting is near', () => {
  const lines = (today: string, count = 2) =>
    documentBlockers('fg-x', { unplaced: { ...seen, count }, untreated: [] }, today).map(({ code, dueOn }) => [
      code,
      dueOn,
    ])
  expect(lines('2027-05-31')).toEqual([])
  expect(lines('2027-06-01')).toEqual([['UNPLACED', '2027-06-29']])
  expect(lines('2027-06-01', 0)).toEqual([])
})

it('[GS-9, DL-1] tells of documents of a meeting that is over which have no result', () => {
  const [line] = documentBlockers('fg-x', { unplaced: null, untreated: [{ ...seen, number: 2 }] }, '2027-06-01')
  expect(line).toMatchObject({
    code: 'UNTREATED',
    dueOn: null,
    args: { count: 2 },
    settle: { href: '/groups/fg-x/meetings/2/documents' },
  })
})
