import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { EditorState } from 'prosemirror-state'
import { schema } from '#schema/document/index.js'
import { normalise } from './normalise.js'

const title = (words: string) => schema.nodes['clause_title']!.create(null, words === '' ? null : schema.text(words))
const clause = (id: string, level: number, words: string | Node = id): Node =>
  schema.nodes['clause']!.create({ id, level }, [typeof words === 'string' ? title(words) : words])
const aDocument = (...clauses: Node[]): Node => schema.nodes['doc']!.create(null, clauses)

const known = new Set(['c1', 'c2', 'c3', 'gone'])
function ids() {
  let number = 0
  return { isKnown: (id: string) => known.has(id), fresh: () => `new${++number}` }
}

/** What a document is put right to, as `id level`. */
function righted(before: Node, now: Node): string[] {
  const tr = normalise(before, EditorState.create({ doc: now }), ids())
  return (tr?.doc ?? now).children.map(({ attrs }) => `${attrs['id']} ${attrs['level']}`)
}

const before = aDocument(clause('c1', 1), clause('c2', 2), clause('c3', 1))

describe('putting a local change right', () => {
  it('[I3] gives each clause an id of its own, those of the text keep theirs', () => {
    const now = aDocument(
      clause('c1', 1),
      clause('', 1),
      clause('made up', 1),
      clause('c1', 1, 'copy'),
      clause('gone', 1),
    )
    expect(righted(before, now)).toEqual(['c1 1', 'new1 1', 'new2 1', 'new3 1', 'gone 1'])
  })

  it('leaves the id with the old heading where two claim it', () => {
    const [one] = before.children
    expect(righted(before, aDocument(clause('c1', 1, 'half'), one!))).toEqual(['new1 1', 'c1 1'])
    expect(righted(before, aDocument(one!, clause('c1', 1, 'half')))).toEqual(['c1 1', 'new1 1'])
  })

  it('[I4] lets levels begin at 1 and never jump', () => {
    const now = aDocument(clause('c1', 3), clause('c2', 5), clause('c3', 0))
    expect(righted(before, now)).toEqual(['c1 1', 'c2 2', 'c3 1'])
  })

  it('changes nothing where all is in order', () => {
    const typed = aDocument(clause('c1', 1, 'typed'), before.child(1), before.child(2))
    expect(normalise(before, EditorState.create({ doc: typed }), ids())).toBeNull()
    expect(normalise(before, EditorState.create({ doc: before }), ids())).toBeNull()
  })

  it('[I3, I4] holds for whatever comes in, and is done at once', () => {
    const any = fc.record({
      id: fc.constantFrom('', 'c1', 'c2', 'c3', 'gone', 'x'),
      level: fc.integer({ min: -1, max: 6 }),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), fc.nat(7), (all, kept) => {
        const clauses = all.map(({ id, level }, i) => (i === kept ? before.child(i % 3) : clause(id, level)))
        const now = aDocument(...clauses)
        const lines = righted(before, now)
        const [allIds, levels] = [
          lines.map((line) => line.split(' ')[0]),
          lines.map((line) => Number(line.split(' ')[1])),
        ]
        expect(new Set(allIds).size).toBe(lines.length)
        levels.forEach((level, i) => expect(level >= 1 && level <= (levels[i - 1] ?? 0) + 1).toBe(true))
        const tr = normalise(before, EditorState.create({ doc: now }), ids())
        if (tr) {
          const seen = { isKnown: () => true, fresh: () => 'never' }
          expect(normalise(before, EditorState.create({ doc: tr.doc }), seen)).toBeNull()
        }
      }),
      { numRuns: 300 },
    )
  })
})
