import { expect, it } from '@jest/globals'
import { filterRows } from './filter.js'
import type { OutlineRow } from './rows.js'

const row = (id: string, level: number, number: string, title: string): OutlineRow => ({
  id,
  level,
  number: { text: number, series: 'BODY' },
  title,
  kind: 'CLAUSE',
  status: 'DRAFT',
  statusBy: '',
  isInformative: false,
  hasChildren: false,
  hasWords: true,
})
const rows = [
  row('a', 1, '6', 'Électricité'),
  row('b', 2, '6.1', 'At the site'),
  row('c', 3, '6.1.1', 'Meters'),
  row('d', 2, '6.2', 'In the network'),
  row('e', 1, '7', 'Water'),
  row('f', 2, '7.1', 'Meters of water'),
]
const shown = (words: string) => {
  const { rows: kept, found } = filterRows(rows, words)
  return kept.map(({ id }) => (found.has(id) ? id.toUpperCase() : id)).join('')
}

it('[MN-6] keeps what is found by heading, whatever case and accents, and all that stands above it', () => {
  expect(shown('meters')).toBe('abCeF')
  expect(shown('electric')).toBe('A')
  expect(shown('water')).toBe('EF')
  expect(shown('nothing')).toBe('')
})

it('[MN-6] finds by the beginning of a number', () => {
  expect(shown('6.1')).toBe('aBC')
  expect(shown(' 7 ')).toBe('EF')
  expect(shown('.1')).toBe('')
})
