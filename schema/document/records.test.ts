import { expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import * as Y from 'yjs'
import { insertClauses, paragraph } from './operations.js'
import { addRecord, nameRecords, recordsOf, releaseRecord, writeRecord } from './records.js'
import { bodyOf, clauseOf } from './shared-types.js'
import { stampVersion } from './versions.js'

function minutes(...body: ReturnType<typeof paragraph>[]) {
  const doc = new Y.Doc()
  stampVersion(doc)
  const [id] = insertClauses(doc, { parent: null }, [{ title: 'Water', body }])
  return { doc, id: id! }
}
const decision = (text: string, record = 'd1') => paragraph(text, { kind: 'DECISION', record, outcome: 'AGREED' })
const nothing = { outcome: '', holder: '', due: '' }

it('[RC-1] finds the records of a text in reading order, with what they say and where', () => {
  const { doc, id } = minutes(
    paragraph('The chair opened the meeting.'),
    decision('The scope is agreed.'),
    paragraph('Write the scope down.', { kind: 'ACTION', record: 'a1', holder: 'The editor', due: '2026-12-01' }),
  )
  expect(recordsOf(doc)).toEqual([
    {
      ...nothing,
      record: 'd1',
      kind: 'DECISION',
      outcome: 'AGREED',
      text: 'The scope is agreed.',
      clause: id,
      block: 1,
    },
    {
      record: 'a1',
      kind: 'ACTION',
      outcome: '',
      holder: 'The editor',
      due: '2026-12-01',
      text: 'Write the scope down.',
      clause: id,
      block: 2,
    },
  ])
})

it('[RC-3] writes other words and facts into a record, whatever words they are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
      const { doc } = minutes(decision(before))
      expect(writeRecord(doc, 'd1', { text: after, outcome: 'APPROVED' })).toBe(true)
      expect(recordsOf(doc)).toMatchObject([{ text: after, outcome: 'APPROVED', kind: 'DECISION' }])
    }),
  )
})

it('[RC-3] leaves alone what stays, so that what somebody writes there at the same time is kept', () => {
  const { doc } = minutes(decision('The scope is agreed.'))
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  writeRecord(doc, 'd1', { text: 'The scope of water is agreed.' })
  const theirs = (bodyOf(clauseOf(other, recordsOf(other)[0]!.clause)!)!.get(0) as Y.XmlElement).get(0) as Y.XmlText
  theirs.insert(theirs.length, ' Nobody objected.')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  expect(recordsOf(doc)[0]!.text).toBe('The scope of water is agreed. Nobody objected.')
})

it('[RC-3] puts a record that was made elsewhere at the end of its clause', () => {
  const { doc, id } = minutes(paragraph('Said.'))
  expect(addRecord(doc, id, 'r1', { ...nothing, kind: 'RESERVATION', text: 'Not the method.', holder: 'A body' })).toBe(
    true,
  )
  expect(addRecord(doc, 'nowhere', 'r2', { ...nothing, kind: 'ACTION', text: 'x' })).toBe(false)
  expect(recordsOf(doc)).toMatchObject([{ record: 'r1', kind: 'RESERVATION', holder: 'A body', block: 1 }])
})

it('[RC-2] gives copies and nameless records ids of their own, by their place', () => {
  const { doc, id } = minutes(decision('One.'), decision('One.'), decision('Two.', ''))
  const named = nameRecords(doc, [
    { clause: id, block: 1, record: 'd2' },
    { clause: id, block: 2, record: 'd3' },
    { clause: id, block: 7, record: 'd4' },
  ])
  expect(named).toBe(2)
  expect(recordsOf(doc).map(({ record }) => record)).toEqual(['d1', 'd2', 'd3'])
})

it('[RC-4] makes an ordinary paragraph of a record that was taken back, and keeps its words', () => {
  const { doc, id } = minutes(decision('The scope is agreed.'))
  expect(releaseRecord(doc, 'd1')).toBe(true)
  expect(recordsOf(doc)).toEqual([])
  const paragraph = bodyOf(clauseOf(doc, id)!)!.get(0) as Y.XmlElement
  expect([paragraph.getAttributes(), paragraph.toString()]).toEqual([{}, '<para>The scope is agreed.</para>'])
  expect(releaseRecord(doc, 'd1')).toBe(false)
})
