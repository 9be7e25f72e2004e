import { expect, it } from '@jest/globals'
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
