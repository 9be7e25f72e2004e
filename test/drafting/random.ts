/** Where random tests begin; `RAPPORTEUR_SEED=7` begins elsewhere. A failing test names its seed. */
export const seed = Number(process.env.RAPPORTEUR_SEED ?? 20261122)

/** Numbers below a limit that look random and come again with the same seed (mulberry32). */
export function randomOf(start: number): (below: number) => number {
  let state = start
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}
