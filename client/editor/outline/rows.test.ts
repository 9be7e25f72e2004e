import { describe, expect, it } from '@jest/globals'
import { schema } from '#schema/document/schema.js'
import { countBelow, rowsOf, visibleRows, whereAfter, whereDown, whereDropped, whereUp } from './rows.js'

/** 1 (1.1, 1.2 (1.2.1)), 2, 3 */
const lines = [
  { id: 'a', level: 1 },
  { id: 'a1', level: 2 },
  { id: 'a2', level: 2 },
  { id: 'a21', level: 3 },
  { id: 'b', level: 1 },
  { id: 'c', level: 1 },
]

describe('moving in the outline', () => {
  it('goes up and down among siblings, and not beyond', () => {
    expect(whereUp(lines, 'a')).toBeNull()
    expect(whereUp(lines, 'a1')).toBeNull()
    expect(whereUp(lines, 'a2')).toEqual({ parent: 'a', after: null })
    expect(whereUp(lines, 'c')).toEqual({ parent: null, after: 'a' })
    expect(whereDown(lines, 'a')).toEqual({ parent: null, after: 'b' })
    expect(whereDown(lines, 'a2')).toBeNull()
    expect(whereDown(lines, 'gone')).toBeNull()
  })

  it('drops before, after and into a clause, never into what is below it', () => {
    expect(whereDropped(lines, 'c', 'a2', 'before')).toEqual({ parent: 'a', after: 'a1' })
    expect(whereDropped(lines, 'c', 'a1', 'before')).toEqual({ parent: 'a', after: null })
    expect(whereDropped(lines, 'b', 'c', 'before')).toEqual({ parent: null, after: 'a' })
    expect(whereDropped(lines, 'c', 'a2', 'after')).toEqual({ parent: 'a', after: 'a2' })
    expect(whereDropped(lines, 'c', 'b', 'inside')).toEqual({ parent: 'b' })
    expect(whereDropped(lines, 'a', 'a21', 'after')).toBeNull()
    expect(whereDropped(lines, 'a', 'a', 'inside')).toBeNull()
  })

  it('knows what is below, what comes after, and what a collapsed clause hides', () => {
    expect(['a', 'a2', 'c'].map((id) => countBelow(lines, id))).toEqual([3, 1, 0])
    expect(whereAfter(lines, 'a21')).toEqual({ parent: 'a2', after: 'a21' })
    const shown = (...collapsed: string[]) => visibleRows(lines, new Set(collapsed)).map(({ id }) => id)
    expect(shown('a2')).toEqual(['a', 'a1', 'a2', 'b', 'c'])
    expect(shown('a', 'a2')).toEqual(['a', 'b', 'c'])
  })
})

describe('the rows of the outline', () => {
  const clause = (id: string, level: number, title: string, words = '') =>
    schema.nodes.clause!.create({ id, level }, [
      schema.nodes.clause_title!.create(null, title ? schema.text(title) : []),
      schema.nodes.para!.create(null, words ? schema.text(words) : []),
    ])
  const doc = (...clauses: ReturnType<typeof clause>[]) => schema.nodes.doc!.create(null, clauses)

  it('stay the same objects while nothing of theirs changes', () => {
    const [one, two] = [clause('a', 1, 'One', 'words'), clause('b', 2, '')]
    const before = rowsOf(doc(one, two), new Map())
    expect(before.map(({ title, hasChildren, hasWords }) => [title, hasChildren, hasWords])).toEqual([
      ['One', true, true],
      ['', false, false],
    ])
    expect(rowsOf(doc(clause('a', 1, 'One', 'other words'), two), new Map(), before)).toBe(before)
    const after = rowsOf(doc(one, clause('b', 2, 'Two')), new Map(), before)
    expect(after).not.toBe(before)
    expect(after[0]).toBe(before[0])
  })
})

it('reads the words of a clause once, however often the rest of the text changes', () => {
  const clause = (id: string, words: string) =>
    schema.nodes['clause']!.create({ id }, [
      schema.nodes['clause_title']!.create(null, schema.text(id)),
      schema.nodes['para']!.create(null, schema.text(words)),
    ])
  const doc = (...clauses: ReturnType<typeof clause>[]) => schema.nodes['doc']!.create(null, clauses)
  const same = clause('same', 'words')
  let reads = 0
  Object.defineProperty(same, 'firstChild', {
    get: () => {
      reads++
      return same.child(0)
    },
  })
  let rows = rowsOf(doc(same, clause('b', 'of b')), new Map())
  for (const words of ['a', 'ab', 'abc']) rows = rowsOf(doc(same, clause('b', words)), new Map(), rows)
  expect(rows.map(({ title, hasWords }) => [title, hasWords])).toEqual([
    ['same', true],
    ['b', true],
  ])
  expect(reads).toBe(1)
})
