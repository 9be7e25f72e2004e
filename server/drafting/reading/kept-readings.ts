/**
 * The newest reading of each text, bounded by the characters kept: the text that was not asked for longest goes first. A version is
 * `<epoch>.<number>`; an older one never takes the place of a newer one.
 */
export class KeptReadings<Reading> {
  private readonly kept = new Map<string, { version: string; reading: Reading; size: number }>()
  private size = 0

  constructor(private readonly limit = 32 * 1024 * 1024) {}

  /** The reading of a text in just this version; null when another or none is kept. */
  get(id: string, version: string): Reading | null {
    const found = this.kept.get(id)
    if (found?.version !== version) return null
    this.kept.delete(id)
    this.kept.set(id, found)
    return found.reading
  }

  keep(id: string, version: string, reading: Reading, size: number): void {
    const there = this.kept.get(id)
    if (there && isNewer(there.version, version)) return
    this.drop(id)
    if (size > this.limit) return
    this.kept.set(id, { version, reading, size })
    this.size += size
    for (const oldest of this.kept.keys()) {
      if (this.size <= this.limit) break
      this.drop(oldest)
    }
  }

  private drop(id: string): void {
    this.size -= this.kept.get(id)?.size ?? 0
    this.kept.delete(id)
  }
}

function isNewer(one: string, other: string): boolean {
  const [a, b] = [one.split('.').map(Number), other.split('.').map(Number)]
  return a[0]! === b[0]! ? a[1]! > b[1]! : a[0]! > b[0]!
}
