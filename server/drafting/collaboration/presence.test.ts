import { describe, expect, it } from '@jest/globals'
import * as encoding from 'lib0/encoding'
import * as decoding from 'lib0/decoding'
import { Allowance } from './allowance.js'
import { longestState, mostSessions, Presence } from './presence.js'

const ada = { personId: 'a', name: 'Ada' }
const bo = { personId: 'b', name: 'Bo' }

function saying(...entries: [client: number, clock: number, state: unknown][]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries.length)
  for (const [client, clock, state] of entries) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, typeof state === 'string' ? state : JSON.stringify(state))
  }
  return encoding.toUint8Array(encoder)
}

function heard(bytes: Uint8Array | null): [number, unknown][] {
  if (!bytes) return []
  const decoder = decoding.createDecoder(bytes)
  return Array.from({ length: decoding.readVarUint(decoder) }, () => {
    const client = decoding.readVarUint(decoder)
    decoding.readVarUint(decoder)
    return [client, JSON.parse(decoding.readVarString(decoder))]
  })
}

describe('[CS-7] presence', () => {
  it('goes out once for many movements, under the name that is known', () => {
    const presence = new Presence()
    for (let clock = 1; clock <= 20; clock++) presence.hear(ada, ada, saying([1, clock, { at: clock }]))
    expect(heard(presence.takeChanges()!.all)).toEqual([[1, { at: 20, user: { id: 'a', name: 'Ada' } }]])
    expect(presence.takeChanges()).toBeNull()
  })

  it('is told by its owner alone; what others repeat of it, late or wrong, is left aside', () => {
    const presence = new Presence()
    presence.hear(ada, ada, saying([1, 1, { at: 1 }]))
    expect(presence.hear(bo, bo, saying([1, 1, { at: 1 }]))).toBe(false)
    expect(presence.hear(bo, bo, saying([1, 9, { at: 'elsewhere' }]))).toBe(false)
    expect(presence.hear(bo, bo, saying([1, 9, null]))).toBe(false)
    presence.leave(ada)
    expect(presence.hear(bo, bo, saying([1, 1, { at: 1 }]))).toBe(false)
    expect(presence.everybody()).toBeNull()
  })

  it('passes to another connection of the same person, whose browser came back sooner than we noticed', () => {
    const presence = new Presence()
    const [before, after] = [{}, {}]
    presence.hear(before, ada, saying([1, 1, { at: 1 }]))
    expect(presence.hear(after, ada, saying([1, 2, { at: 2 }]))).toBe(true)
    expect(presence.leave(before)).toBe(false)
    expect(heard(presence.everybody())).toHaveLength(1)
  })

  it.each([
    ['no JSON', '{'],
    ['no object', '"text"'],
    ['a list', '[]'],
    ['too long', { text: 'x'.repeat(longestState) }],
  ])('is not taken when it is %s', (_what, state) => {
    expect(new Presence().hear(ada, ada, saying([1, 1, state]))).toBe(false)
  })

  it('is told of a few sessions for each connection, however many it makes up', () => {
    const presence = new Presence()
    for (let client = 1; client <= 5000; client++) presence.hear(bo, bo, saying([client, 1, { at: client }]))
    expect(heard(presence.everybody())).toHaveLength(mostSessions)
    presence.leave(bo)
    expect(presence.everybody()).toBeNull()
  })

  it('is not taken when it is truncated', () => {
    const bytes = saying([1, 1, { at: 1 }])
    for (let end = 0; end < bytes.length; end++) expect(new Presence().hear(ada, ada, bytes.slice(0, end))).toBe(false)
  })
})

describe('[CS-12] an allowance', () => {
  it('is used up at once, comes back with time, and never exceeds its most', () => {
    const allowance = new Allowance(10, 2, 0)
    expect(allowance.take(10, 0)).toBe(true)
    expect(allowance.take(1, 0)).toBe(false)
    expect(allowance.take(2, 1000)).toBe(true)
    expect(allowance.take(11, 1_000_000)).toBe(false)
    expect(allowance.take(10, 1_000_000)).toBe(true)
    // A clock that jumps back gives and takes nothing.
    expect(allowance.take(1, 0)).toBe(false)
  })
})
