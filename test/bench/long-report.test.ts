import { expect, it } from '@jest/globals'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { documentText, readDocument, readTree, violations } from '#schema/document/index.js'
import { edit, editsOf, fragmentName, paragraphsIn } from './editor/texts.js'
import { longReport, longReportWithPast, paragraphsOf } from './long-report.js'

const length = { clauses: 60, words: 9600 }
const wordsIn = (doc: Y.Doc) => documentText(doc).split(/\s+/).length

it('is a valid report of the length that was asked for, the same each time', () => {
  const doc = longReport(length)
  expect(readTree(doc).lines.length).toBe(60)
  expect(violations(doc)).toEqual([])
  expect(() => readDocument(doc).check()).not.toThrow()
  expect(paragraphsOf(doc).length).toBe(600)
  expect(Math.abs(wordsIn(doc) / length.words - 1)).toBeLessThan(0.06)
  expect(Y.encodeStateAsUpdate(longReport(length))).toEqual(Y.encodeStateAsUpdate(doc))
})

it('with a past is as long, and was written by many', () => {
  const doc = longReportWithPast({ ...length, sessions: 40 })
  expect(doc.store.clients.size).toBe(41)
  expect(violations(doc)).toEqual([])
  expect(Math.abs(wordsIn(doc) / length.words - 1)).toBeLessThan(0.06)
  expect(Y.encodeStateAsUpdate(longReportWithPast({ ...length, sessions: 40 }))).toEqual(Y.encodeStateAsUpdate(doc))
})

it('is written in by others everywhere but in one paragraph', () => {
  const doc = longReport(length)
  const reader = new Y.Doc()
  Y.applyUpdate(reader, Y.encodeStateAsUpdate(doc))
  const paragraphs = paragraphsOf(doc)
  const before = paragraphs[3]!.toString()
  const decoder = decoding.createDecoder(editsOf(doc, paragraphs, 600, 3))
  while (decoding.hasContent(decoder)) Y.applyUpdate(reader, decoding.readVarUint8Array(decoder))
  expect(documentText(reader).split(edit).length - 1).toBe(600)
  expect(paragraphs[3]!.toString()).toBe(before)
})

it('finds the paragraphs of a fragment in order, however deep they lie', () => {
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment(fragmentName)
  const para = (text: string) => {
    const element = new Y.XmlElement('para')
    element.insert(0, [new Y.XmlText(text)])
    return element
  }
  const clause = new Y.XmlElement('clause')
  clause.insert(0, [para('one'), para('two')])
  fragment.insert(0, [clause, para('three')])
  expect(paragraphsIn(fragment).map(String)).toEqual(['one', 'two', 'three'])
})
