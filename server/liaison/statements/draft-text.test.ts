import { expect, it } from '@jest/globals'
import * as Y from 'yjs'
import { documentText } from '#schema/document/index.js'
import { wordsFor } from '#schema/words/index.js'
import { draftClauses, draftUpdate, type DraftFrom, type QuotedItem } from './draft-text.js'

const item: QuotedItem = {
  designation: 'ITU-T L.1801',
  title: 'Guidelines',
  body: 'ITU-T',
  scope: null,
  clause: null,
  source: null,
  asOf: null,
  note: null,
}
const given: DraftFrom = {
  number: 'O-01',
  from: 'Example Group',
  to: 'IEEE SA',
  verdict: null,
  evidence: null,
  items: [
    { ...item, scope: 'This Recommendation gives guidelines.\nIt covers AI.', clause: '1', asOf: '2026-02-06' },
    { ...item, designation: 'IEEE P7100', note: 'A measurement framework.' },
    { ...item, designation: 'ISO 1' },
  ],
}
const written = (from: DraftFrom): string => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, draftUpdate(draftClauses(wordsFor('en'), from), 7, 'CONTINUOUS'))
  return documentText(doc)
}

it('[LS-9] quotes what was quoted with where it stands, and never passes our words off as those of the text', () => {
  const text = written(given)
  for (const words of [
    'This Recommendation gives guidelines.',
    'It covers AI.',
    'Quoted from clause 1; as of 2026-02-06.',
  ]) {
    expect(text).toContain(words)
  }
  const [, second = ''] = text.split('IEEE P7100', 3).slice(1)
  expect(second).toMatch(/A measurement framework\.\s+This is the register’s own note/)
  expect(text).toContain('The scope of this text is not known here')
  const kinds = draftClauses(wordsFor('en'), given)[1]!.children!.map(({ body }) =>
    body!.map(({ attrs }) => attrs['kind']),
  )
  expect(kinds).toEqual([
    [undefined, 'QUOTATION', 'QUOTATION', 'NOTE'],
    [undefined, 'QUOTATION', 'EDITOR_NOTE'],
    [undefined, 'EDITOR_NOTE'],
  ])
})

it('[LS-9] says what was concluded, or that nothing was', () => {
  expect(written(given)).toContain('No verdict has been recorded yet.')
  const concluded = written({ ...given, verdict: 'CONFLICT', evidence: 'Their figures differ.' })
  expect(concluded).toContain('Verdict: Conflict.')
  expect(concluded).toContain('Their figures differ.')
})
