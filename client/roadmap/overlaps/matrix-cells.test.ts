import { expect, it } from '@jest/globals'
import { readOverlaps } from '#schema/vocabulary/overlap-address.js'
import { wordsFor } from '#schema/words/index.js'
import { levelOf, matrixOf, placeOf } from './matrix-cells.js'

const words = wordsFor('en')
const body = (slug: string) => ({ key: slug, body: { slug, name: slug.toUpperCase(), acronym: null }, item: null })

it('[OV-8] a field says its counts apart and leads to the lists behind it; an unknown one says so', () => {
  const view = readOverlaps(new URLSearchParams())
  const heads = [body('iso'), body('itu-t')]
  const none = { cases: 0, suggested: 0 }
  const { rows } = matrixOf(words, view, {
    view: 'BODIES',
    rows: heads,
    columns: heads,
    cells: [
      { row: 'iso', column: 'iso', ...none, isKnown: true },
      { row: 'iso', column: 'itu-t', cases: 1, suggested: 3, isKnown: true },
      { row: 'itu-t', column: 'iso', cases: 1, suggested: 3, isKnown: true },
      { row: 'itu-t', column: 'itu-t', ...none, isKnown: false },
    ],
  })
  expect(rows[0]!.cells[1]).toEqual({
    figures: { cases: 1, suggested: 3 },
    level: 3,
    href: '/overlaps?body=iso&body=itu-t#cases',
    label: 'ISO, ITU-T: 1 case, 3 suggested pairs',
  })
  expect(rows[0]!.cells[0]!.figures).toEqual(none)
  expect(rows[1]!.cells[1]).toMatchObject({ figures: null, level: 0 })
  expect(rows[1]!.cells[1]!.label).toContain('not known')
})

it('the list behind a field is that of both; behind a field of one item with itself, of that item', () => {
  expect(placeOf('TOPICS', 'WATER', 'iso')).toEqual({ topic: ['WATER'], body: ['iso'] })
  expect(placeOf('BODIES', 'iso', 'iso')).toEqual({ body: ['iso', 'iso'] })
  expect(placeOf('ITEMS', 'a', 'b')).toEqual({ item: ['a', 'b'] })
  expect(placeOf('ITEMS', 'a', 'a')).toEqual({ item: ['a'] })
})

it('[OV-8] is the darker the more there is, and as light as paper only where there is nothing', () => {
  expect([0, 1, 2, 3, 5, 6, 12, 13, 999].map(levelOf)).toEqual([0, 1, 2, 3, 3, 4, 4, 5, 5])
})
