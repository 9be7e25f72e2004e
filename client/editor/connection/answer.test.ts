import { expect, it } from '@jest/globals'
import * as Y from 'yjs'
import { answerTo } from './answer.js'

/** A copy with what the server has, and some changes that wait. */
function away(changes: number, letters = 1) {
  const server = new Y.Doc()
  server.getText('t').insert(0, 'before ')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
  const unsent: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => unsent.push(update))
  for (let i = 0; i < changes; i++) doc.getText('t').insert(doc.getText('t').length, String(i % 10).repeat(letters))
  return { server, doc, unsent, question: Y.encodeStateVector(server) }
}

it('[OF-6] answers in pieces, in order, of which each follows on those before it', () => {
  const { server, doc, unsent, question } = away(200)
  const pieces = answerTo(doc, question, unsent)
  expect(pieces.length).toBeGreaterThan(5)
  expect(pieces.map(({ isLast }) => isLast)).toEqual([...pieces.slice(1).map(() => false), true])
  for (const { update, changes } of pieces) {
    Y.applyUpdate(server, update)
    expect(server.store.pendingStructs).toBeNull()
    expect(server.getText('t').length).toBe('before '.length + changes)
  }
  expect(server.getText('t').toString()).toBe(doc.getText('t').toString())
})

it('[OF-6] keeps pieces small enough for the frames of the protocol', () => {
  const { doc, unsent, question } = away(40, 60_000)
  const pieces = answerTo(doc, question, unsent)
  expect(pieces.length).toBeGreaterThan(9)
  for (const { update } of pieces) expect(update.length).toBeLessThan(400_000)
})

it('[OF-6] answers at once what is little, and what builds on more than the changes it knows of', () => {
  const few = away(3)
  expect(answerTo(few.doc, few.question, few.unsent)).toHaveLength(1)
  const many = away(100)
  // The first ten are not on the list: they were written, and their note was lost.
  const pieces = answerTo(many.doc, many.question, many.unsent.slice(10))
  expect(pieces).toHaveLength(1)
  Y.applyUpdate(many.server, pieces[0]!.update)
  expect(many.server.getText('t').toString()).toBe(many.doc.getText('t').toString())
})

it('[OF-6] sends what was deleted, too', () => {
  const { server, doc, unsent, question } = away(50)
  doc.getText('t').delete(0, 7)
  for (const { update } of answerTo(doc, question, unsent)) Y.applyUpdate(server, update)
  expect(server.getText('t').toString()).toBe(doc.getText('t').toString())
})
