import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { wordsFor } from '#schema/words/index.js'
import type { Value } from './feed.js'
import { csvHead, csvLines } from './table.js'

const words = wordsFor('en')

/** A reader of RFC 4180 that shares nothing with the writer. */
function read(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? bare! : quoted.replaceAll('""', '"'))
    if (end !== ',') {
      rows.push(row)
      row = []
    }
  }
  return rows
}

/** Texts with the signs that tables trip over. */
const cellText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', '=', '-', ' ', '\t') }),
)

it('[EX-2] writes cells that any reader gives back, but for the apostrophe before a formula', () =>
  fc.assert(
    fc.property(fc.array(fc.array(cellText, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
      const expected = rows.map((row) =>
        row.map((text) => (/^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text)),
      )
      expect(read(csvLines(rows, words))).toEqual(expected)
    }),
  ))

it('[EX-2] never lets a cell begin like a formula', () => {
  for (const text of ['=1+1', '+41 22', '-2', '@SUM(A1)', '\t=1', '\r=1'])
    expect(read(csvLines([[text, 'x']], words))[0]![0]).toBe(`'${text}`)
})

it('[EX-3] tells unknown from none and from nought', () => {
  const row: Value[] = [null, [], 0, '', ['a', 'b'], true]
  expect(csvLines([row], words)).toBe('unknown,,0,,a; b,true\r\n')
})

it('[EX-2] begins with the mark of UTF-8 and the names of the columns', () => {
  expect(csvHead(['designation', 'asOf'], words)).toBe('\uFEFFDesignation,Evidence of\r\n')
})
