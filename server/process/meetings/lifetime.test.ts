import { expect, it } from '@jest/globals'
import { lifetimeOf } from './lifetime.js'

it('[FG-5, T8] ends two years after the first meeting', () => {
  expect(lifetimeOf('2019-10-15', 24, [])).toMatchObject({
    endsOn: '2021-10-15',
    explanation: { code: 'LIFETIME_RUNS' },
  })
})

it('[FG-5] has no end before the first meeting, whatever was decided', () => {
  const decision = { decidedOn: '2021-05-01', newEndOn: '2022-10-15' }
  expect(lifetimeOf(null, 24, [decision])).toMatchObject({
    endsOn: null,
    explanation: { code: 'LIFETIME_NOT_STARTED' },
  })
})

it('[FG-5] says by which decision a group goes on, and when it would have ended', () => {
  const decisions = [
    { decidedOn: '2021-05-01', newEndOn: '2022-10-15' },
    { decidedOn: '2022-05-01', newEndOn: '2023-04-15' },
  ]
  expect(lifetimeOf('2019-10-15', 24, decisions)).toMatchObject({
    endsOn: '2023-04-15',
    explanation: {
      code: 'LIFETIME_EXTENDED',
      args: { endsOn: '2023-04-15', decidedOn: '2022-05-01', wouldEndOn: '2021-10-15' },
    },
  })
})

it('[FG-5] is not shortened by an extension', () => {
  const decision = { decidedOn: '2020-01-01', newEndOn: '2020-12-31' }
  expect(lifetimeOf('2019-10-15', 24, [decision])).toMatchObject({
    endsOn: '2021-10-15',
    explanation: { code: 'LIFETIME_RUNS' },
  })
})
