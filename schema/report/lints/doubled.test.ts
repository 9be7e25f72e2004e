import { expect, it } from '@jest/globals'
import * as Y from 'yjs'
import { insertClauses, joinClause, paragraph, readDocument, seeded, splitClause } from '../../document/index.js'
import { bodyOf, clauseOf } from '../../document/shared-types.js'
import { aCleanReport, para, table } from '../testing.js'
import { lintsOf } from './index.js'

const long = 'The energy that a service takes is measured at the rack'
const found = (...body: Parameters<typeof aCleanReport>[0]['body'] & unknown[]) =>
  lintsOf(aCleanReport({ id: 'c', body: body as string[] }), { type: 'REPORT' })
    .filter(({ code }) => code === 'DOUBLED')
    .map(({ clause, block }) => [clause, block])

it('[WT-6] tells of a paragraph that says what the one before says', () => {
  expect(found(long, long)).toEqual([['c', 1]])
  expect(found('Short words once.', 'Short words once.')).toEqual([['c', 1]])
  expect(found(`${long}.`, 'Other.', long)).toEqual([])
})

it('[WT-6] tells of one that goes on where the other ends, whichever is longer', () => {
  expect(found(long, `${long}, and not at the wall.`)).toEqual([['c', 1]])
  expect(found(`${long}, and not at the wall.`, long)).toEqual([['c', 1]])
  expect(found(`${long}, and not at the wall.`, `${long}, but at the wall.`)).toEqual([['c', 1]])
  expect(
    found(`${long}. ${'All the rest is another matter. '.repeat(5)}`, `${long}. ${'And this differs. '.repeat(9)}`),
  ).toEqual([])
})

it('[WT-6] says nothing of short lines, lists, other kinds and tables', () => {
  expect(found('None.', 'None.')).toEqual([])
  expect(found(para([]), para([]))).toEqual([])
  expect(found(para(long, { list: 'BULLET' }), para(long, { list: 'BULLET' }))).toEqual([])
  expect(found(para(long), para(long, { kind: 'NOTE' }))).toEqual([])
  expect(found(table('A caption that is long enough'), table('A caption that is long enough'))).toEqual([])
})

/** Two people who, unaware of each other, do something to the second of two clauses; what is found when they meet. */
function afterBoth(one: (doc: Y.Doc, id: string) => unknown, other: (doc: Y.Doc, id: string) => unknown) {
  const [anna, ben] = [new Y.Doc({ gc: false }), new Y.Doc({ gc: false })]
  ;[anna.clientID, ben.clientID] = [1, 2]
  const drafts = ['First', 'Second'].map((title) => ({ title, body: [paragraph(`${title}: ${long}`)] }))
  const id = insertClauses(anna, { parent: null }, drafts, { random: seeded(1) })[1]!
  Y.applyUpdate(ben, Y.encodeStateAsUpdate(anna))
  one(anna, id)
  other(ben, id)
  Y.applyUpdate(anna, Y.encodeStateAsUpdate(ben))
  return lintsOf(readDocument(anna), { type: 'PLAIN' })
    .filter(({ code }) => code.startsWith('DOUBLED'))
    .map(({ code, block, args }) => [code, block, args['title']])
}
const writeIn = (doc: Y.Doc, id: string) => {
  const paragraphText = (bodyOf(clauseOf(doc, id)!)!.get(0) as Y.XmlElement).get(0) as Y.XmlText
  paragraphText.insert(paragraphText.length, ', says Ben', {})
}

it('[WT-6] tells of a clause that one joined to the one before while another wrote in it', () => {
  const join = (doc: Y.Doc, id: string) => joinClause(doc, id, { random: seeded(2) })
  expect(afterBoth(join, writeIn)).toEqual([['DOUBLED_CLAUSE', 1, 'Second']])
  expect(afterBoth(join, () => {})).toEqual([])
})

it('[WT-6] tells of what two people split off at the same place', () => {
  const split = (seed: number) => (doc: Y.Doc, id: string) =>
    splitClause(doc, id, { block: 'title', offset: 0 }, { random: seeded(seed) })
  const found = afterBoth(split(2), split(3))
  expect(found).toContainEqual(['DOUBLED_CLAUSE', null, 'Second'])
})
