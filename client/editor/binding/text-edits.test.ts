import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { keptBetween, textEdits, type TextEdit } from './text-edits.js'

/** Few letters and blanks, so that much is alike; and characters outside the basic plane, which share their halves. */
const text = fc
  .array(fc.constantFrom('a', 'b', 'ab', ' ', 'word', '😀', '😁', '𝄞', 'é', '文'), { maxLength: 30 })
  .map((all) => all.join(''))

const applied = (before: string, after: string, edits: readonly TextEdit[]): string =>
  edits.reduceRight(
    (held, { from, to, newFrom, newTo }) => held.slice(0, from) + after.slice(newFrom, newTo) + held.slice(to),
    before,
  )

const isWithinCharacter = (row: string, at: number): boolean =>
  at > 0 && at < row.length && /[\ud800-\udbff]/.test(row[at - 1]!) && /[\udc00-\udfff]/.test(row[at]!)

describe('the edits between two texts', () => {
  it('make the one of the other, in order and apart', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edits = textEdits(before, after)
        expect(applied(before, after, edits)).toBe(after)
        edits.reduce(
          (last, edit) => {
            expect(edit.from).toBeGreaterThanOrEqual(last.to)
            expect(edit.newFrom).toBeGreaterThanOrEqual(last.newTo)
            expect(edit.to - edit.from + (edit.newTo - edit.newFrom)).toBeGreaterThan(0)
            return edit
          },
          { from: 0, to: 0, newFrom: 0, newTo: 0 },
        )
      }),
      { numRuns: 1000 },
    )
  })

  it('never part the halves of a character', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        for (const { from, to, newFrom, newTo } of textEdits(before, after)) {
          for (const at of [from, to]) expect(isWithinCharacter(before, at)).toBe(false)
          for (const at of [newFrom, newTo]) expect(isWithinCharacter(after, at)).toBe(false)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('leave alone only what is equal, and together with it are the whole text', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edits = textEdits(before, after)
        const kept = keptBetween(edits, before.length)
        for (const { from, newFrom, length } of kept)
          expect(before.slice(from, from + length)).toBe(after.slice(newFrom, newFrom + length))
        const size = (all: readonly number[]) => all.reduce((sum, length) => sum + length, 0)
        const stayed = size(kept.map(({ length }) => length))
        expect(stayed + size(edits.map(({ from, to }) => to - from))).toBe(before.length)
        expect(stayed + size(edits.map(({ newFrom, newTo }) => newTo - newFrom))).toBe(after.length)
      }),
      { numRuns: 1000 },
    )
  })

  it('are none between equal texts, and one where characters only came or only went', () => {
    fc.assert(
      fc.property(text, text, text, (start, middle, end) => {
        expect(textEdits(start, start)).toEqual([])
        expect(textEdits(start + end, start + middle + end).length).toBe(middle === '' ? 0 : 1)
        expect(textEdits(start + middle + end, start + end).length).toBe(middle === '' ? 0 : 1)
      }),
    )
  })

  it('[CB-11] are one for each word that was replaced, so that what stands between stays', () => {
    expect(textEdits('one two three four', '1 two three 4')).toEqual([
      { from: 0, to: 3, newFrom: 0, newTo: 1 },
      { from: 14, to: 18, newFrom: 12, newTo: 13 },
    ])
  })

  it('are one where two long texts have nothing to do with each other, and quickly', () => {
    const [before, after] = ['a ', 'b '].map((word) => word.repeat(2000)) as [string, string]
    expect(textEdits(before, after)).toHaveLength(1)
    expect(applied(before, after, textEdits(before, after))).toBe(after)
  })
})
