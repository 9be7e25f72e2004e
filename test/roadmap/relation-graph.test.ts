import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { openRegister, recordEverything, type Register } from './register.js'

let register: Register
beforeAll(async () => {
  register = await openRegister()
  await recordEverything(register)
})
afterAll(() => register?.stop())

const graph = async (steps: number) =>
  (
    await register.ask(
      `query ($steps: Int) { item(designation: "itu-t-l-1801-02-2026") { relations { other { slug } } relationGraph(steps: $steps) {
         isCut nodes { steps item { slug } } edges { id from { slug } to { slug } } } } }`,
      { steps },
    )
  ).data.item

it('[LG-1] shows what is one relation away, and every relation between those', async () => {
  const { relations, relationGraph } = await graph(1)
  const slugs = relationGraph.nodes.map(({ item }: { item: { slug: string } }) => item.slug)
  expect(slugs[0]).toBe('itu-t-l-1801-02-2026')
  const others = relations.map(({ other }: { other: { slug: string } }) => other.slug)
  expect([...slugs].sort()).toEqual([...new Set(['itu-t-l-1801-02-2026', ...others])].sort())
  for (const { from, to } of relationGraph.edges) {
    expect(slugs).toContain(from.slug)
    expect(slugs).toContain(to.slug)
  }
  expect(new Set(relationGraph.edges.map(({ id }: { id: string }) => id)).size).toBe(relationGraph.edges.length)
  expect(relationGraph.edges.length).toBeGreaterThanOrEqual(relations.length)
})

it('[LG-1] goes on nearest first, holds 40 at most, and says when there is more', async () => {
  const { relationGraph } = await graph(3)
  const steps = relationGraph.nodes.map((node: { steps: number }) => node.steps)
  expect(steps).toEqual([...steps].sort((a: number, b: number) => a - b))
  expect(steps.length).toBeLessThanOrEqual(40)
  expect(relationGraph.isCut).toBe(true)
  expect((await graph(99)).relationGraph.nodes.length).toBe(steps.length)
})

it('[LG-1] asks the database once a step', async () => {
  const one = await register.statements(() => graph(1))
  const two = await register.statements(() => graph(2))
  expect(two - one).toBeLessThanOrEqual(1)
})
