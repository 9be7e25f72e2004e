import { expect, it } from '@jest/globals'
import {
  contributionActs,
  contributionParties,
  contributionPhases,
  contributionStates,
  contributionTable,
  mayAct,
  phaseOf,
} from './contributions.js'
import { contributionStandings } from './process.js'

it('[CN-6] every act is possible somewhere, and none once a contribution was withdrawn or has lapsed', () => {
  for (const act of contributionActs) {
    expect(contributionPhases.some((phase) => contributionTable[phase].MANAGEMENT.includes(act))).toBe(true)
    for (const party of contributionParties) {
      expect(mayAct(party, act, 'WITHDRAWN', false) || mayAct(party, act, 'LAPSED', false)).toBe(false)
    }
  }
})

it('[D-L-2, CN-6] the meeting decides on what is late, and nobody else does', () => {
  const may = (phase: (typeof contributionPhases)[number]) =>
    contributionParties.map((party) => ['ADMIT', 'HOLD'].map((act) => mayAct(party, act as 'ADMIT', phase, false)))
  expect(may('LATE_PENDING')).toEqual([
    [false, false],
    [true, true],
  ])
  expect(may('ADMITTED_LATE')[1]).toEqual([false, true])
  expect(may('ON_TIME')).toEqual([
    [false, false],
    [false, false],
  ])
})

it('[CN-6] after the meeting nothing is handed in, taken back or admitted; what nobody decided can be sent on', () => {
  const left = contributionActs.filter((act) => mayAct('MANAGEMENT', act, 'LATE_PENDING', true))
  expect(left).toEqual(['HOLD'])
})

it('[CN-6] each state and standing is one phase', () => {
  const phases = contributionStates.flatMap((state) =>
    [null, ...contributionStandings].map((standing) => phaseOf(state, standing)),
  )
  expect([...new Set(phases)].sort()).toEqual([...contributionPhases].sort())
})
