import { expect, it } from '@jest/globals'
import type { ReadClause } from '#server/drafting/reading/index.js'
import { clausesOf, frozenFile, marksOf, readFrozenFile } from './frozen-text.js'

const clause = (over: Partial<ReadClause> = {}): ReadClause => ({
  id: 'c1',
  level: 1,
  number: '1',
  series: 'BODY',
  kind: 'SCOPE',
  status: 'DRAFT',
  isInformative: false,
  statusBy: null,
  title: 'Scope',
  text: 'Words.',
  content: '{"type":"clause","attrs":{"id":"c1"},"content":[]}',
  hash: 'aa',
  rescuedBy: [],
  ...over,
})
const form = { type: 'REPORT', labels: 'CONTINUOUS' } as const
const document = { id: 'd1', kind: 'REPORT', title: 'A text', schemaVersion: 3 }

it('[DV-4] writes the same text as the same bytes, members in order and without blanks', () => {
  const file = frozenFile({ document, form, clauses: [clause()] })
  expect(file).toBe(frozenFile({ clauses: [clause()], form: { ...form }, document: { ...document } }))
  expect(file.startsWith('{"clauses":[{"content":{"attrs":{"id":"c1"},"content":[],"type":"clause"},"hash":"aa"')).toBe(
    true,
  )
})

it('[DV-4] gives back what was frozen, clause by clause', () => {
  const clauses = [clause(), clause({ id: 'c2', number: '1.1', level: 2, title: '„Ümlaute“ & ∑' })]
  const [first, second] = clausesOf(readFrozenFile(frozenFile({ document, form, clauses })))
  expect(JSON.parse(first!.content)).toEqual(JSON.parse(clauses[0]!.content))
  expect(second).toMatchObject({ id: 'c2', number: '1.1', level: 2, title: '„Ümlaute“ & ∑' })
})

it('[DV-5] knows a text that says the same, whatever numbers and other computed things are', () => {
  const marks = marksOf('A text', [clause()])
  expect(marksOf('A text', [clause({ number: '2', text: 'computed elsewhere' })])).toBe(marks)
  expect(marksOf('A text', [clause({ hash: 'bb' })])).not.toBe(marks)
  expect(marksOf('Another', [clause()])).not.toBe(marks)
  expect(marksOf('A text', [clause({ level: 2 })])).not.toBe(marks)
})
