/** Random numbers from 0 (included) to 1 (not included). Tests hand in a seeded one; `Math.random` has the same shape. */
export type Random = () => number

/** 32 random bits of the platform, as a number from 0 to 1. Browsers and Node have the same `crypto`. */
export const platformRandom: Random = () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32

const letters = '123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** A clause's id: `c` and ten random base-61 characters. Made by whoever inserts the clause, never reused. [CL-1] */
export function newClauseId(random: Random = platformRandom): string {
  let id = 'c'
  for (let i = 0; i < 10; i++) id += letters[Math.floor(random() * letters.length)]
  return id
}

/** Random numbers that a seed repeats (mulberry32): small, quick, good enough to invent histories. */
export function seeded(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
