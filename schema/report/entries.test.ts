import { expect, it } from '@jest/globals'
import { entryName, entryNumbers } from './entries.js'
import { entriesInOrder } from './entry-order.js'
import { reportOf } from './report.js'
import { aReport, para } from './testing.js'

const term = (text: string) => para(text, { kind: 'TERM' })
const body = [
  para('This defines:'),
  term('water: a.'),
  para('Note on water.', { kind: 'NOTE' }),
  term('carbon: b.'),
  term('AI: c.'),
]

it('[GE-4] entries are read in alphabetical order, each with what follows it, behind what stands before them', () => {
  const read = entriesInOrder(body, (node) => entryName(node, 'TERM')).map(({ textContent }) => textContent)
  expect(read).toEqual(['This defines:', 'AI: c.', 'carbon: b.', 'water: a.', 'Note on water.'])
})

it('[GE-4] an entry without a name stays behind the one before it', () => {
  const half = [term('b: x.'), term('written halfway'), term('a: y.')]
  expect(entriesInOrder(half, (node) => entryName(node, 'TERM')).map(({ textContent }) => textContent)).toEqual([
    'a: y.',
    'b: x.',
    'written halfway',
  ])
})

it('[GE-4] terms have the number of their place in the alphabet, below the number of their clause', () => {
  const doc = aReport(
    { id: '3', kind: 'DEFINITIONS', body: [term('not numbered: its number is that of a clause.')] },
    { id: '31', level: 2 },
    { id: '32', level: 2, body },
    { id: 'b', body: [term('elsewhere: not an entry of clause 3.')] },
  )
  expect([...entryNumbers(reportOf(doc))]).toEqual([
    ['32-4', '3.2.1'],
    ['32-3', '3.2.2'],
    ['32-1', '3.2.3'],
  ])
})
