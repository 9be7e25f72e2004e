import { expect, it } from '@jest/globals'
import { Transform } from 'prosemirror-transform'
import { schema } from '#schema/document/schema.js'
import { movedEnds } from './moved.js'

/** `text` begins at 4. */
const start = 4
const changed = (change: (tr: Transform) => unknown) => {
  const clause = schema.nodes['clause']!.create(null, [
    schema.nodes['clause_title']!.create(),
    schema.nodes['para']!.create(null, schema.text('0123456789')),
  ])
  const tr = new Transform(schema.nodes['doc']!.create(null, clause))
  change(tr)
  return tr.mapping
}
const at = (anchor: number, head = anchor) => ({ anchor: start + anchor, head: start + head })

it('carets before a change stay the same objects, those behind it go along', () => {
  const carets = [at(2), at(8), at(1, 3), at(9, 6)]
  const moved = movedEnds(
    carets,
    changed((tr) => tr.insert(start + 5, schema.text('xx'))),
  )!
  expect(moved).toEqual([at(2), at(10), at(1, 3), at(11, 8)])
  expect(moved[0]).toBe(carets[0])
  expect(moved[2]).toBe(carets[2])
})

it('a caret goes behind what comes in at its place, as the line that is drawn does', () => {
  expect(
    movedEnds(
      [at(5)],
      changed((tr) => tr.insert(start + 5, schema.text('x'))),
    ),
  ).toEqual([at(6)])
})

it.each([
  ['stood in what is deleted', [at(5)], (tr: Transform) => tr.delete(start + 4, start + 6)],
  ['selects up to what comes in', [at(2, 5)], (tr: Transform) => tr.insert(start + 5, schema.text('x'))],
])('one that %s is to be drawn anew', (_, carets, change) => {
  expect(movedEnds(carets, changed(change))).toBeNull()
})
