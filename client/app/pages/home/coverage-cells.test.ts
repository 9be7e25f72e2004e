import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { LIFECYCLE_STAGES, TOPICS } from '#schema/vocabulary/register.js'
import { wordsFor } from '#schema/words/index.js'
import { cellAddress, cellLabel, levelOf, matrixOf, sidesOf, type CoverageCell } from './coverage-cells.js'

const words = wordsFor('en')
const cell = (values: Partial<CoverageCell>): CoverageCell => ({
  topic: 'WATER',
  lifecycleStage: 'USE',
  inForce: 0,
  inDevelopment: 0,
  gapsOpen: 0,
  isKnown: true,
  ...values,
})

it('[MAP-3] never makes a cell with more in force lighter, and leaves one with none blank', () => {
  fc.assert(fc.property(fc.nat(500), (count) => expect(levelOf(count + 1)).toBeGreaterThanOrEqual(levelOf(count))))
  expect([0, 1, 2, 3, 4, 7, 8, 15, 16, 200].map(levelOf)).toEqual([0, 1, 2, 2, 3, 3, 4, 4, 5, 5])
})

it('[MAP-2] tells unknown from none', () => {
  expect(cellLabel(words, cell({ inForce: 3, inDevelopment: 1, gapsOpen: 2 }))).toBe(
    'Water, Use: 3 in force, 1 in development, 2 gaps open',
  )
  expect(cellLabel(words, cell({}))).toBe('Water, Use: none in force, none in development, no gap open')
  expect(cellLabel(words, cell({ isKnown: false }))).toBe('Water, Use: not known, nothing is recorded here')
})

it('leads from a cell to its items, or to its gaps where there is nothing else', () => {
  expect(cellAddress(cell({ inForce: 1, gapsOpen: 1 }))).toBe('/roadmap?topic=WATER&lifecycleStage=USE')
  expect(cellAddress(cell({ gapsOpen: 1 }))).toBe('/gaps?topic=WATER&lifecycleStage=USE&open=true')
  expect(cellAddress(cell({ isKnown: false }))).toBe('/roadmap?topic=WATER&lifecycleStage=USE')
})

it('marks which stages belong to the software and which to the hardware', () => {
  expect(sidesOf(words, LIFECYCLE_STAGES)).toEqual([
    { label: 'Software', span: 5 },
    { label: 'Hardware', span: 4 },
  ])
})

it('[MAP-2] draws a cell that the answer left out as unknown', () => {
  const { rows, columns } = matrixOf(words, {
    topics: TOPICS,
    lifecycleStages: LIFECYCLE_STAGES,
    cells: [cell({ inForce: 9 })],
  })
  const figures = rows.flatMap((row) => row.cells.map((each) => each.figures))
  expect([rows.length, columns.length]).toEqual([17, 9])
  expect(figures.filter(Boolean)).toEqual([{ inForce: 9, inDevelopment: 0, gapsOpen: 0 }])
})
