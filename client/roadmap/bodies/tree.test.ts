import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { tally, treeOf, type Tree } from './tree.js'

const body = (slug: string, parent: string | null = null) => ({
  slug,
  name: slug,
  acronym: null,
  parent: parent === null ? null : { slug: parent },
})
const drawn = (tree: readonly Tree<ReturnType<typeof body>>[]): unknown =>
  tree.map(({ slug, children }) => (children.length > 0 ? [slug, drawn(children)] : slug))
const slugs = (tree: readonly Tree<ReturnType<typeof body>>[]): string[] =>
  tree.flatMap(({ slug, children }) => [slug, ...slugs(children)])

it('puts committees under their bodies, SG5 before SG13', () => {
  const bodies = [body('sg13', 'itu'), body('iso'), body('sg5', 'itu'), body('itu'), body('q6', 'sg5')]
  expect(drawn(treeOf(bodies, 'en'))).toEqual(['iso', ['itu', [['sg5', ['q6']], 'sg13']]])
})

it('loses no body and shows none twice, whatever their parents are', () =>
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(fc.nat(12), fc.option(fc.nat(12), { nil: null })), { selector: ([id]) => id }),
      (pairs) => {
        const bodies = pairs.map(([id, parent]) => body(String(id), parent === null ? null : String(parent)))
        expect(slugs(treeOf(bodies, 'en')).sort()).toEqual(bodies.map(({ slug }) => slug).sort())
      },
    ),
  ))

it('counts an item under review as in force, and one that nobody knows of as neither', () => {
  expect(
    tally([
      { state: 'PUBLISHED', count: 3 },
      { state: 'UNDER_REVIEW', count: 1 },
      { state: 'PROPOSED', count: 2 },
      { state: 'UNKNOWN', count: 5 },
    ]),
  ).toEqual({ inForce: 4, inDevelopment: 2, all: 11 })
})
