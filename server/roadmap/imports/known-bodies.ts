/** A body as far as an import needs it. */
export interface KnownBody {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly acronym: string | null
  readonly parentId: string | null
}

/** Finds bodies by the names that files have for them. */
export class KnownBodies {
  private readonly byId = new Map<string, KnownBody>()
  /** Null: several bodies go by it. */
  private readonly byName = new Map<string, KnownBody | null>()

  constructor(bodies: readonly KnownBody[]) {
    for (const body of bodies) this.byId.set(body.id, body)
    // A slug is the body's alone, whatever others are called.
    for (const body of bodies) for (const name of [body.name, body.acronym ?? '']) this.remember(name, body)
    for (const body of bodies) this.byName.set(folded(body.slug), body)
  }

  /** The body called so (slug, acronym or full name); null when there is none, or several. */
  named(name: string): KnownBody | null {
    return this.byName.get(folded(name)) ?? null
  }

  /** The committee called so: also by how its full name begins (`ISO/IEC JTC 1/SC 39`), and by an acronym that is its own within a body. */
  committee(name: string, bodyId: string): KnownBody | null {
    const found = this.named(name)
    if (found) return found
    const start = `${folded(name)} `
    const all = [...this.byId.values()]
    const begun = all.filter((body) => folded(body.name).startsWith(start))
    if (begun.length === 1) return begun[0]!
    const within = all.filter((body) => folded(body.acronym ?? '') === folded(name) && this.isWithin(body.id, bodyId))
    return within.length === 1 ? within[0]! : null
  }

  /** Whether a body is one of another's groups, however deep; no body is within itself. */
  isWithin(id: string, outerId: string): boolean {
    for (let at = this.byId.get(id)?.parentId ?? null, n = 0; at !== null && n < 20; n += 1) {
      if (at === outerId) return true
      at = this.byId.get(at)?.parentId ?? null
    }
    return false
  }

  slugOf(id: string): string {
    return this.byId.get(id)?.slug ?? ''
  }

  private remember(name: string, body: KnownBody): void {
    const key = folded(name)
    if (key === '') return
    const there = this.byName.get(key)
    this.byName.set(key, there === undefined || there === body ? body : null)
  }
}

const folded = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
