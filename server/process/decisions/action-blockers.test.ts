import { expect, it } from '@jest/globals'
import { actionBlockers } from './action-blockers.js'

const own = [
  { number: 3, text: 'Ask the users.', dueOn: '2027-06-15' },
  { number: 4, text: 'Collect figures.', dueOn: '2027-09-01' },
]

it('[GS-9, AC-2] tells whoever owns an action of it from four weeks before its day on, and when it is late', () => {
  const numbers = (today: string) => actionBlockers('fg-x', own, today).map(({ args }) => args['number'])
  expect(numbers('2027-05-17')).toEqual([])
  expect(numbers('2027-05-18')).toEqual([3])
  expect(numbers('2027-08-04')).toEqual([3, 4])
  expect(actionBlockers('fg-x', own, '2027-06-01')).toMatchObject([
    { code: 'ACTION', dueOn: '2027-06-15', settle: { href: '/groups/fg-x/actions/3' } },
  ])
})
