import { expect, it } from '@jest/globals'
import { matrixFields } from './matrix.js'

const counted = [
  { row: 'iso', column: 'itu', cases: 1, suggested: 0 },
  { row: 'iso', column: 'itu', cases: 0, suggested: 3 },
]

it('[OV-8] counts worked cases and suggested pairs apart, row by row, every field there', () => {
  const fields = matrixFields(['iso', 'itu'], ['iso', 'itu'], counted, () => true)
  expect(fields.map(({ row, column, cases, suggested }) => [row, column, cases, suggested])).toEqual([
    ['iso', 'iso', 0, 0],
    ['iso', 'itu', 1, 3],
    ['itu', 'iso', 0, 0],
    ['itu', 'itu', 0, 0],
  ])
})

it('[OV-8] tells none from unknown: without a scope on both sides nobody can say that there is no overlap', () => {
  const fields = matrixFields(['iso'], ['itu', 'gsf', 'etsi'], counted, (_, column) => column === 'etsi')
  expect(fields.map(({ isKnown }) => isKnown)).toEqual([true, false, true])
})
