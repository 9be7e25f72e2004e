import { expect, it } from '@jest/globals'
import * as Y from 'yjs'
import { documentText, readDocument, readTree, violations } from '#schema/document/index.js'
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
