import { expect, it } from '@jest/globals'
import { movedSittings } from './moved-sittings.js'

const days = (startsOn: string, endsOn: string) => ({ startsOn, endsOn })
const sitting = (on: string) => ({ on, from: '09:30', to: '12:30' })
const before = days('2019-10-15', '2019-10-17')

it('[MT-15] goes by as many days as the meeting, also over the end of a month and a change of clocks', () => {
  const moved = movedSittings([sitting('2019-10-15'), sitting('2019-10-17')], before, days('2019-10-31', '2019-11-02'))
  expect(moved).toEqual([
    { ...sitting('2019-10-15'), afterOn: '2019-10-31' },
    { ...sitting('2019-10-17'), afterOn: '2019-11-02' },
  ])
})

it('[MT-15] gives up what a shorter meeting has no day for', () => {
  const moved = movedSittings([sitting('2019-10-15'), sitting('2019-10-17')], before, days('2019-10-14', '2019-10-15'))
  expect(moved.map(({ afterOn }) => afterOn)).toEqual(['2019-10-14', null])
})
