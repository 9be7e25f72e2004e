import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readSheet } from 'read-excel-file/universal'
import { wordsFor } from '#schema/words/index.js'
import type { Value } from './feed.js'
import { workbook } from './workbook.js'

const words = wordsFor('en')

async function bytesOf(keys: readonly string[], rows: readonly (readonly Value[])[]): Promise<Buffer> {
  async function* some() {
    yield rows
  }
  const parts: Uint8Array[] = []
  for await (const part of workbook('items', keys, keys, some(), words)) parts.push(part)
  return Buffer.concat(parts)
}
const read = async (bytes: Buffer): Promise<unknown[][]> =>
  (await readSheet(new Uint8Array(bytes).buffer, { trim: false })) as unknown[][]

it('[EX-5] writes cells that a reader of workbooks gives back, formulas as texts', async () => {
  // A text that ends where XML and readers fold blanks is no fact of ours.
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.string({
      unit: fc.constantFrom('a', '=', '<', '&', '"', '+', '-', '_x0041_', 'ع', 'ไ', '中'),
      minLength: 1,
      maxLength: 12,
    }),
  )
  const safe = text.filter(
    (one) => one.isWellFormed() && !/[\p{Cc}\uFFFE\uFFFF]/u.test(one) && one.trim() !== '' && !one.includes('_x'),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(safe, safe), { minLength: 1, maxLength: 4 }), async (rows) => {
      expect(await read(await bytesOf(['title', 'note'], rows))).toEqual([['title', 'note'], ...rows])
    }),
    { numRuns: 60 },
  )
})

it('[EX-3, EX-5] writes days as days, numbers as numbers, what nobody knows as the word for it', async () => {
  const rows = await read(
    await bytesOf(
      ['title', 'asOf', 'checkAgainOn', 'count', 'topics', 'example', 'url'],
      [
        ['=1+1', '2026-02-20', '2027-01', 12, ['WATER', 'CARBON'], true, null],
        ['a\u0000b', '1899-01-01', '', 0, [], false, ''],
      ],
    ),
  )
  expect(rows[1]).toEqual(['=1+1', new Date('2026-02-20T00:00:00Z'), '2027-01', 12, 'WATER; CARBON', 'true', 'unknown'])
  expect(rows[2]).toEqual(['a\uFFFDb', '1899-01-01', null, 0, null, 'false', null])
})

it('[EX-5] has columns beyond Z', async () => {
  const keys = Array.from({ length: 60 }, (_, at) => `c${at}`)
  expect(await read(await bytesOf(keys, [keys]))).toEqual([keys, keys])
})
