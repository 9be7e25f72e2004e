import { expect, it } from '@jest/globals'
import { columnWidths, type WideCell } from './column-widths.js'

const cell = (colwidth: unknown = null, colspan = 1, rowspan = 1): WideCell => ({ colwidth, colspan, rowspan })

it('[TB-3] a table in which nobody set a width has none', () => {
  expect(columnWidths([[cell(), cell()]])).toBeNull()
  expect(columnWidths([])).toBeNull()
})

it('[TB-3] the topmost cell of a column that says a width counts, also one that takes several columns', () => {
  expect(
    columnWidths([
      [cell(), cell([90])],
      [cell([60]), cell([70])],
    ]),
  ).toEqual([60, 90])
  expect(columnWidths([[cell([100, 0, 80], 3)], [cell([1000]), cell([50]), cell()]])).toEqual([100, 50, 80])
})

it('[TB-3] a column without one has a width of its own beside others that have', () => {
  expect(columnWidths([[cell([60]), cell(), cell()]])).toEqual([60, 120, 120])
})

it('counts columns past cells that reach down from above', () => {
  expect(columnWidths([[cell(null, 1, 2), cell()], [cell([77])]])).toEqual([120, 77])
  expect(columnWidths([[cell(null, 2, 2), cell()], [cell([77])], [cell([50]), cell(), cell()]])).toEqual([50, 120, 77])
})

it('takes whatever is stored: what is no width counts as none, and none is too small or too large', () => {
  expect(columnWidths([[cell('wide'), cell([-5]), cell([1e9]), cell([1]), cell([Number.NaN])]])).toEqual([
    120, 120, 1200, 40, 120,
  ])
  expect(columnWidths([[cell([100], 9999, 9999)], [cell([50])]])).toHaveLength(101)
})
