import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { cellFor, rowFor } from './grid-keys.js'

describe('keys in a list of rows', () => {
  it('enters from either end and stops at both', () => {
    expect(rowFor('j', -1, 3)).toBe(0)
    expect(rowFor('k', -1, 3)).toBe(2)
    expect(rowFor('ArrowDown', 2, 3)).toBeNull()
    expect(rowFor('ArrowUp', 0, 3)).toBeNull()
    expect(rowFor('j', -1, 0)).toBeNull()
    expect(rowFor('x', 1, 3)).toBeNull()
  })
})

describe('keys in a matrix', () => {
  it('moves the way the eye does, also from right to left', () => {
    expect(cellFor({ key: 'ArrowRight' }, { row: 1, column: 1 }, 3, 3)).toEqual({ row: 1, column: 2 })
    expect(cellFor({ key: 'ArrowRight' }, { row: 1, column: 1 }, 3, 3, 'rtl')).toEqual({ row: 1, column: 0 })
    expect(cellFor({ key: 'End', isModified: true }, { row: 0, column: 0 }, 3, 4)).toEqual({ row: 2, column: 3 })
    expect(cellFor({ key: 'Home' }, { row: 2, column: 3 }, 3, 4)).toEqual({ row: 2, column: 0 })
    expect(cellFor({ key: 'toString' }, { row: 2, column: 3 }, 3, 4)).toBeNull()
  })

  it('never leaves the grid', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        fc.array(
          fc.record({
            key: fc.constantFrom(
              'ArrowUp',
              'ArrowDown',
              'ArrowLeft',
              'ArrowRight',
              'Home',
              'End',
              'PageUp',
              'PageDown',
            ),
            isModified: fc.boolean(),
          }),
        ),
        fc.constantFrom('ltr' as const, 'rtl' as const),
        (rows, columns, keys, dir) => {
          let at = { row: 0, column: 0 }
          for (const key of keys) at = cellFor(key, at, rows, columns, dir) ?? at
          expect(at.row).toBeGreaterThanOrEqual(0)
          expect(at.row).toBeLessThan(rows)
          expect(at.column).toBeGreaterThanOrEqual(0)
          expect(at.column).toBeLessThan(columns)
        },
      ),
    ))
})
