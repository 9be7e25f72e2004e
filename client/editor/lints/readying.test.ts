import { expect, it } from '@jest/globals'
import { Fragment } from 'prosemirror-model'
import { aReport } from '#schema/report/testing.js'
import { Readying } from './readying.js'

const doc = aReport(...Array.from({ length: 60 }, (_, i) => ({ id: `c${i}`, body: [`Words of ${i}.`] })))

it('reads a long text in parts, each clause once, and after a change only what changed', () => {
  const parts: string[][] = []
  const readying = new Readying((part) => parts.push(part.children.map(({ attrs }) => String(attrs['id']))))
  while (readying.next(doc));
  expect(parts.map(({ length }) => length)).toEqual([25, 25, 10])
  expect(parts.flat()).toEqual(doc.children.map(({ attrs }) => attrs['id']))

  parts.length = 0
  const changed = doc.copy(doc.content.replaceChild(30, doc.child(30).copy(Fragment.from(doc.child(30).firstChild!))))
  while (readying.next(changed));
  expect(parts).toEqual([['c30']])
  expect(readying.next(changed)).toBe(false)
})
