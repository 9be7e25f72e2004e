import { expect, it } from '@jest/globals'
import { wordsFor } from '#schema/words/index.js'
import { columnsOf, rowOf } from './matrix-cells.js'

const words = wordsFor('en')
const principle = (number: string, withdrawnOn: string | null = null) => ({
  number,
  title: `Title of ${number}`,
  version: 1,
  withdrawnOn,
})
const item = (stands: [string, 'MEETS' | 'DOES_NOT', boolean][]) => ({
  slug: 'a-1',
  designation: 'A 1',
  title: null,
  titleConfidence: 'VERIFIED' as const,
  state: 'PUBLISHED' as const,
  stands: stands.map(([number, assessment, isOfEarlierWording]) => ({
    assessment,
    isOfEarlierWording,
    principle: { number },
  })),
})

it('[PR-6] tells what nobody has looked at apart from what does not meet the principle', () => {
  const columns = columnsOf([principle('P-01'), principle('P-02'), principle('P-03')])
  const { cells } = rowOf(
    words,
    item([
      ['P-01', 'MEETS', false],
      ['P-02', 'DOES_NOT', true],
    ]),
    columns,
  )
  expect(cells.map(({ figures, mark }) => (figures ? mark!.label : null))).toEqual([
    'Meets it',
    'Does not meet it, said of an earlier wording',
    null,
  ])
  expect(cells[2]).toMatchObject({
    href: '/principles/P-03/items/a-1',
    label: 'A 1, P-03 Title of P-03: Not assessed',
  })
})

it('[PR-5] has no column for a principle that was withdrawn', () => {
  expect(columnsOf([principle('P-01', '2026-01-01'), principle('P-02')]).map(({ id }) => id)).toEqual(['P-02'])
})
