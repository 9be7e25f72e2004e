import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { movingUp, placesLeft, stateOnArrival, waitingInOrder, type Queued } from './places.js'

const one = (id: string, more: Partial<Queued> = {}): Queued => ({
  id,
  mode: 'ONSITE',
  state: 'CONFIRMED',
  arrival: 1,
  ...more,
})

describe('[RG-2] a place', () => {
  it('is there for whoever comes while one is free, and always without a limit or from afar', () => {
    expect(stateOnArrival('ONSITE', [one('a')], 2)).toBe('CONFIRMED')
    expect(stateOnArrival('ONSITE', [one('a'), one('b')], 2)).toBe('WAITING')
    expect(stateOnArrival('ONSITE', [one('a'), one('b')], null)).toBe('CONFIRMED')
    expect(stateOnArrival('REMOTE', [one('a'), one('b')], 2)).toBe('CONFIRMED')
    expect(stateOnArrival('ONSITE', [], 0)).toBe('WAITING')
  })

  it('is not given to a newcomer while somebody waits for it', () => {
    expect(stateOnArrival('ONSITE', [one('w', { state: 'WAITING' })], 1)).toBe('WAITING')
  })

  it('is held by nobody who takes part from afar, waits or withdrew; fewer places drive nobody out', () => {
    const all = [
      one('a'),
      one('r', { mode: 'REMOTE' }),
      one('w', { state: 'WAITING' }),
      one('x', { state: 'WITHDRAWN' }),
    ]
    expect(placesLeft(all, 3)).toBe(2)
    expect(placesLeft([one('a'), one('b')], 1)).toBe(0)
    expect(placesLeft(all, null)).toBeNull()
  })
})

it('[RG-3] those who came first move up first, as many as places are free', () => {
  const waiting = [3, 1, 2].map((arrival) => one(`w${arrival}`, { state: 'WAITING', arrival }))
  expect(movingUp([one('a'), ...waiting], 1)).toEqual([])
  expect(movingUp([one('a'), ...waiting], 3)).toEqual(['w1', 'w2'])
  expect(movingUp([one('a'), ...waiting], null)).toEqual(['w1', 'w2', 'w3'])
})

/** Somebody comes, goes, changes sides, or the number of places changes: what the verbs do, without a database. */
type Step =
  | { readonly do: 'come' | 'toRoom' | 'toAfar' | 'withdraw'; readonly who: number }
  | { readonly do: 'places'; readonly n: number | null }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constantFrom('come' as const, 'toRoom' as const, 'toAfar' as const, 'withdraw' as const),
    who: fc.nat(11),
  }),
  fc.record({ do: fc.constant('places' as const), n: fc.option(fc.nat(6)) }),
)

it('[RG-2, RG-3] whatever happens, nobody waits beside a free place, and nobody overtakes', () =>
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let places: number | null = 2
      let all: Queued[] = []
      let arrivals = 0
      for (const now of steps) {
        const before = waitingInOrder(all).map(({ id }) => id)
        if (now.do === 'places') places = now.n
        else {
          const id = String(now.who)
          const others = all.filter((other) => other.id !== id)
          const known = all.find((other) => other.id === id)
          const mode = now.do === 'toAfar' ? 'REMOTE' : 'ONSITE'
          if (now.do === 'withdraw') all = others
          else if (known?.mode !== mode) {
            arrivals += 1
            all = [...others, { id, mode, state: stateOnArrival(mode, others, places), arrival: arrivals }]
          }
        }
        const up = movingUp(all, places)
        all = all.map((other) => (up.includes(other.id) ? { ...other, state: 'CONFIRMED' } : other))
        const still = waitingInOrder(all).map(({ id }) => id)
        if (still.length > 0) expect(placesLeft(all, places)).toBe(0)
        // Who waited before and waits still does so in the same order, before all who came since.
        const stayed = before.filter((id) => still.includes(id))
        expect(still.slice(0, stayed.length)).toEqual(stayed)
      }
    }),
  ))
