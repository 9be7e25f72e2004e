import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { closesCircle, endOf, type Link } from './document-links.js'

const documents = ['1', '2', '3', '4', '5', '6'] as const
const document = fc.constantFrom(...documents)

/** Links as they come about: each is refused that would close a circle, a new one takes the place of the old one. */
const taken = (wished: readonly Link[]): Link[] =>
  wished.reduce<Link[]>(
    (links, link) => (closesCircle(link, links) ? links : [...links.filter(({ from }) => from !== link.from), link]),
    [],
  )

describe('documents that lead to others', () => {
  it('[DL-3] never lead in a circle, whatever is wished in whatever order', () =>
    fc.assert(
      fc.property(fc.array(fc.record({ from: document, to: document }), { maxLength: 30 }), (wished) => {
        const links = taken(wished)
        for (const start of documents) expect(endOf(start, links)).not.toBeNull()
      }),
    ))

  it('[DL-3] end at the same document from each step of the way', () =>
    fc.assert(
      fc.property(fc.array(fc.record({ from: document, to: document }), { maxLength: 30 }), (wished) => {
        const links = taken(wished)
        for (const { from, to } of links) expect(endOf(from, links)).toBe(endOf(to, links))
      }),
    ))

  it('[DL-3] are refused only where a circle would close', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ from: document, to: document }), { maxLength: 30 }),
        fc.record({ from: document, to: document }),
        (wished, link) => {
          const links = taken(wished).filter(({ from }) => from !== link.from)
          expect(closesCircle(link, links)).toBe(endOf(link.from, [...links, link]) === null)
        },
      ),
    ))

  it('[DL-3] follow a chain to its end, and a document that leads nowhere to itself', () => {
    const links = [
      { from: '1', to: '2' },
      { from: '2', to: '3' },
    ]
    expect([endOf('1', links), endOf('3', links)]).toEqual(['3', '3'])
    expect(closesCircle({ from: '3', to: '1' }, links)).toBe(true)
    expect(closesCircle({ from: '3', to: '4' }, links)).toBe(false)
    expect(closesCircle({ from: '1', to: '1' }, [])).toBe(true)
  })
})
