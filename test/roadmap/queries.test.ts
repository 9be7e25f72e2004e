import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { openRegister, recordEverything, type Register } from './register.js'

let register: Register
beforeAll(async () => {
  register = await openRegister()
  await recordEverything(register)
  // Read in the background, this would be counted with whatever is asked first.
  await register.counts.settled()
})
afterAll(() => register.stop())

const provenance = 'provenance { source confidence asOf }'
const questions: Record<string, { query: string; statements: number }> = {
  'items with relations, bodies and gaps': {
    query: `query ($n: Int!) { items(first: $n, filter: { body: ["itu-t"] }, sort: { by: AS_OF, direction: DESC }) { totalCount edges { cursor node {
      designation title state isInForce dates { kind on } body { acronym } committee { acronym }
      names { designation ${provenance} } stages { state ${provenance} } ${provenance}
      relations { type isOutgoing ${provenance} other { designation state body { acronym } } }
      gaps { degree gap { number title coverage { degree weakest { item { designation } } } } } } } } }`,
    statements: 10,
  },
  'a page of items with three relations each': {
    query: `query ($n: Int!) { items(first: $n) { nodes { designation title state relations { type other { designation title } } } } }`,
    statements: 2,
  },
  'the same with their bodies': {
    query: `query ($n: Int!) { items(first: $n) { edges { node { title body { name acronym } relations { type other { designation } } } } } }`,
    statements: 2,
  },
  'bodies with what they publish': {
    query: `query ($n: Int!) { bodies(first: $n) { nodes { name path { name } children { name }
      itemCounts { state count } items(first: 3) { nodes { designation } } gaps { role gap { number } } } } }`,
    statements: 7,
  },
  'gaps with all that hangs on them': {
    query: `query ($n: Int!) { gaps(first: $n) { nodes { number title priority score { sum } coverage { degree }
      coverageEdges { item { designation body { acronym } } gap { number } } bodies { body { acronym } gap { number } }
      principles { number gaps { number } } } } }`,
    statements: 8,
  },
  relations: {
    query: `query ($n: Int!) { relations(first: $n) { nodes { type from { designation } to { designation } } } }`,
    statements: 2,
  },
  principles: {
    query: `query ($n: Int!) { principles(first: $n) { nodes { number gaps { number title } } } }`,
    statements: 2,
  },
}

it.each(Object.entries(questions))(
  'asks the database as often for 5 as for 50: %s',
  async (_, { query, statements }) => {
    const count = (n: number) =>
      register.statements(async () => {
        const { codes } = await register.ask(query, { n })
        expect(codes).toEqual([])
      })
    expect([await count(50), await count(5)]).toEqual([statements, statements])
  },
)

it('counts a facet, a coverage map or a page as one statement', async () => {
  const count = (query: string) => register.statements(() => register.ask(query))
  expect(
    await Promise.all([
      count('{ itemFacets(filter: { body: ["iso"], search: "energy" }) { type { count } body { count } } }'),
    ]),
  ).toEqual([1])
  expect(await count('{ gapFacets(filter: { body: ["iso"] }) { standing { count } } }')).toBe(1)
  // Whether anything has changed, and the gaps; items are counted in memory.
  expect(await count('{ coverage { cells { inForce } } }')).toBe(2)
  expect(await count('{ itemFacets(filter: { body: ["iso"] }) { type { count } body { count } } }')).toBe(1)
  expect(await count('{ items(filter: { body: ["iso"], search: "energy" }) { nodes { title } } }')).toBe(1)
  expect(await count('{ item(designation: "L.1801") { title } }')).toBe(1)
})
