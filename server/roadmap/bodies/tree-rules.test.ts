import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Refusal } from '#server/platform/errors/index.js'
import { leadsBack, requireSuccession, requireTree } from './tree-rules.js'

const codeOf = (act: () => void) => {
  try {
    act()
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}
/** sc42 under jtc1, which ISO and IEC share. */
const parents = new Map([
  ['jtc1', ['iso', 'iec']],
  ['sc42', ['jtc1']],
])

it('[BO-2] refuses a parent that lies under the body, by either of its parents', () => {
  expect(codeOf(() => requireTree('iec', ['sc42'], parents, 'parent'))).toBe('BODY_UNDER_ITSELF')
  expect(codeOf(() => requireTree('iso', ['iso'], parents, 'parent'))).toBe('BODY_UNDER_ITSELF')
  expect(codeOf(() => requireTree('sc42', ['iso', 'iec'], parents, 'parent'))).toBeNull()
})

it('[BO-4] refuses a body that follows itself', () => {
  const successors = new Map([
    ['fg', ['sg5']],
    ['sg5', ['sg6']],
  ])
  expect(codeOf(() => requireSuccession('sg6', 'fg', successors, 'successor'))).toBe('BODY_FOLLOWS_ITSELF')
  expect(codeOf(() => requireSuccession('sg6', 'sg7', successors, 'successor'))).toBeNull()
})

it('[BO-2] comes to an end also where old data holds a ring', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  fc.assert(
    fc.property(fc.array(fc.tuple(name, name), { maxLength: 20 }), name, (edges, id) => {
      const pointers = new Map<string, string[]>()
      for (const [from, to] of edges) pointers.set(from, [...(pointers.get(from) ?? []), to])
      expect(leadsBack(id, pointers.get(id) ?? [], pointers)).toBe(
        edges.some(([from, to]) => from === id && (to === id || leadsBack(id, [to], pointers))),
      )
    }),
  )
})
