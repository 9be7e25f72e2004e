import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { schema } from '#schema/document/index.js'
import { pairChildren } from './pair-children.js'

const para = (words: string): Node => schema.nodes['para']!.create(null, words === '' ? null : schema.text(words))
const unknown = (text: string): Node => schema.nodes['unknown_block']!.create({ raw: { name: text }, text })
const block = fc.oneof(fc.string({ maxLength: 6 }).map(para), fc.constantFrom('x', 'y').map(unknown))
const blocks = fc.array(block, { maxLength: 8 })

/** What a person does: some blocks stay as the same objects, others are changed, new or moved. */
const changed = fc.tuple(blocks, blocks, fc.array(fc.nat(), { maxLength: 8 })).map(([before, fresh, picks]) => {
  const now = fresh.slice()
  for (const pick of picks) if (before.length > 0) now.splice(pick % (now.length + 1), 0, before[pick % before.length]!)
  return [before, now] as const
})

describe('the pairs of old and new blocks', () => {
  it('go forward in both, each block in one pair at most', () => {
    fc.assert(
      fc.property(changed, ([before, now]) => {
        pairChildren(before, now).reduce(
          ([lastBefore, lastNow], [i, j]) => {
            expect(i).toBeGreaterThan(lastBefore)
            expect(j).toBeGreaterThan(lastNow)
            expect(i < before.length && j < now.length).toBe(true)
            return [i, j] as const
          },
          [-1, -1] as readonly [number, number],
        )
      }),
      { numRuns: 500 },
    )
  })

  it('are of the same type; what cannot be changed in place only when it is the same', () => {
    fc.assert(
      fc.property(changed, ([before, now]) => {
        for (const [i, j] of pairChildren(before, now)) {
          const [old, wanted] = [before[i]!, now[j]!]
          expect(old.type).toBe(wanted.type)
          if (old.isAtom) expect(old.eq(wanted)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('are all blocks where nothing changed', () => {
    fc.assert(
      fc.property(blocks, (before) =>
        expect(pairChildren(before, before.slice())).toEqual(before.map((_, i) => [i, i])),
      ),
    )
  })

  it('pair a paragraph in which was written with itself, whatever stands before and after', () => {
    const [a, b, c] = ['first', 'second', 'third'].map(para) as [Node, Node, Node]
    expect(pairChildren([a, b, c], [a, para('second!'), c])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ])
  })

  it('keep the longer part of a paragraph that was cut', () => {
    const whole = para('a short and a long part')
    expect(pairChildren([whole], [para('a short'), para(' and a long part')])).toEqual([[0, 1]])
    expect(pairChildren([whole], [para('a short and a long'), para(' part')])).toEqual([[0, 0]])
  })

  it('leave the neighbours of a block that moved as they are', () => {
    const [a, b, c, d] = ['first', 'second', 'third', 'fourth'].map(para) as [Node, Node, Node, Node]
    const pairs = pairChildren([a, b, c, d], [b, c, d, a])
    expect(pairs).toEqual([
      [1, 0],
      [2, 1],
      [3, 2],
    ])
  })
})
