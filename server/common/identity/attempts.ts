/** At most so many within so many seconds. */
export interface AttemptLimit {
  readonly most: number
  readonly seconds: number
}

interface Tally {
  /** Instants in milliseconds, oldest first, none older than the limit looks back. */
  readonly at: number[]
}

/**
 * Counts attempts by key within a sliding window. The memory is bounded: beyond `mostKeys` the key that was quiet for longest is forgotten, so
 * somebody who invents keys forgets only their own. Each process counts for itself. [ID-9]
 */
export class Attempts {
  private readonly tallies = new Map<string, Tally>()

  constructor(
    private readonly limit: AttemptLimit,
    private readonly mostKeys = 10_000,
  ) {}

  /** Counts an attempt at `now`; null when it may go on, else the whole seconds until one may (a refused attempt does not count). */
  take(key: string, now: Date): number | null {
    const instant = now.getTime()
    const past = instant - this.limit.seconds * 1000
    const at = (this.tallies.get(key)?.at ?? []).filter((each) => each > past)
    // Put at the end again: the order of the map is the order of last use.
    this.tallies.delete(key)
    this.tallies.set(key, { at })
    if (at.length >= this.limit.most) return Math.max(1, Math.ceil((at[at.length - this.limit.most]! - past) / 1000))
    at.push(instant)
    if (this.tallies.size > this.mostKeys) this.tallies.delete(this.tallies.keys().next().value!)
    return null
  }

  /** Takes the latest attempt back: it was no guess. */
  forgive(key: string): void {
    this.tallies.get(key)?.at.pop()
  }

  /** How many keys are remembered. */
  get size(): number {
    return this.tallies.size
  }
}
