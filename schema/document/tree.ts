/**
 * The effective tree: which clauses a text shows, in which order, how deep. A pure function of the shared data, so everybody who has the
 * same data sees the same tree, whatever was moved or deleted at the same time, and nobody ever writes a repair. [CL-4]
 */

/** Where a clause stands; one value, so that a concurrent move wins or loses as a whole. Short names, for it is stored with each clause. */
export interface Place {
  /** Clause above, or null at the top. */
  readonly p: string | null
  /** Order key among the clauses with the same `p`. */
  readonly o: string
  /** Lamport number of the move: the largest known plus one. */
  readonly t: number
  /** Clause above before this move, or null: where a clause returns to when its move closed a circle. */
  readonly b: string | null
  /** Order key before this move, to go with `b`. */
  readonly c: string
}

/** What the tree needs to know of one clause. */
export interface Entry {
  readonly at: Place
  /** Deleted, and its content is still what the deleter saw. */
  readonly isDead: boolean
}
export type Entries = ReadonlyMap<string, Entry>

/** One line of the flat list that a view shows: depth first, levels from 1, never deeper than one below the line before. */
export interface Line {
  readonly id: string
  readonly level: number
}

/** Where a living clause sorts below its living parent: the deleted clauses between the two, outermost first, then itself. */
export type SortPath = readonly { readonly id: string; readonly o: string }[]

export interface Tree {
  /** Living clauses, depth first. */
  readonly lines: readonly Line[]
  /** Place of each living clause in `lines`. */
  readonly index: ReadonlyMap<string, number>
  /** Living parent of each living clause; null at the top. */
  readonly parent: ReadonlyMap<string, string | null>
  readonly path: ReadonlyMap<string, SortPath>
  /** Parent of every clause, dead ones too, after circles are cut. */
  readonly above: ReadonlyMap<string, string | null>
  /** Order key of every clause below that parent. */
  readonly keys: ReadonlyMap<string, string>
}

const known = (entries: Entries, id: string | null) => (id !== null && entries.has(id) ? id : null)

/**
 * Parents without circles. An unknown parent counts as none. In each circle the latest move (largest `t`, then id) is undone: the clause
 * goes back to where it was, and when that closes a circle too, to the top. Which circle is looked at first makes no difference, since a circle
 * lasts until its own latest move is undone. [CL-5]
 */
function parentsOf(entries: Entries): { above: Map<string, string | null>; keys: Map<string, string> } {
  const above = new Map([...entries].map(([id, { at }]) => [id, known(entries, at.p)]))
  const keys = new Map([...entries].map(([id, { at }]) => [id, at.o]))
  const cut = new Set<string>()
  const reachesTop = new Set<string>()
  const isLater = (a: string, b: string) => {
    const [ta, tb] = [entries.get(a)!.at.t, entries.get(b)!.at.t]
    return ta === tb ? a > b : ta > tb
  }
  for (const start of entries.keys()) {
    const path: string[] = []
    const onPath = new Map<string, number>()
    for (let id: string | null = start; id !== null && !reachesTop.has(id);) {
      const first = onPath.get(id)
      if (first === undefined) {
        onPath.set(id, path.length)
        path.push(id)
      } else {
        let latest = first
        for (let i = first; i < path.length; i++) if (isLater(path[i]!, path[latest]!)) latest = i
        const mover = path[latest]!
        const { o, b, c } = entries.get(mover)!.at
        const isSecond = cut.has(mover)
        above.set(mover, isSecond ? null : known(entries, b))
        keys.set(mover, isSecond ? o : c)
        cut.add(mover)
        for (const forgotten of path.splice(latest + 1)) onPath.delete(forgotten)
        id = mover
      }
      id = above.get(id)!
    }
    for (const id of path) reachesTop.add(id)
  }
  return { above, keys }
}

/** The tree that everybody with these data sees. Dead clauses are left out; their living children take the place the dead one had. [CL-6] */
export function effectiveTree(entries: Entries): Tree {
  const { above, keys } = parentsOf(entries)
  const children = new Map<string | null, string[]>()
  for (const [id, parent] of above) {
    const siblings = children.get(parent)
    if (siblings) siblings.push(id)
    else children.set(parent, [id])
  }
  const inOrder = (a: string, b: string) => {
    const [oa, ob] = [keys.get(a)!, keys.get(b)!]
    return oa === ob ? (a < b ? -1 : 1) : oa < ob ? -1 : 1
  }
  for (const siblings of children.values()) siblings.sort(inOrder)

  const lines: Line[] = []
  const index = new Map<string, number>()
  const parent = new Map<string, string | null>()
  const path = new Map<string, SortPath>()
  // Depth first with a stack of our own: a chain of clauses may be deeper than the engine's stack.
  interface Visit {
    readonly id: string
    readonly parent: string | null
    readonly level: number
    readonly path: SortPath
  }
  const stack: Visit[] = []
  const push = (below: string | null, visit: Omit<Visit, 'id'>) => {
    const siblings = children.get(below) ?? []
    for (let i = siblings.length - 1; i >= 0; i--) stack.push({ ...visit, id: siblings[i]! })
  }
  push(null, { parent: null, level: 1, path: [] })
  for (let visit = stack.pop(); visit; visit = stack.pop()) {
    const { isDead } = entries.get(visit.id)!
    const own = [...visit.path, { id: visit.id, o: keys.get(visit.id)! }]
    if (isDead) {
      push(visit.id, { ...visit, path: own })
      continue
    }
    index.set(visit.id, lines.length)
    lines.push({ id: visit.id, level: visit.level })
    parent.set(visit.id, visit.parent)
    path.set(visit.id, own)
    push(visit.id, { parent: visit.id, level: visit.level + 1, path: [] })
  }
  return { lines, index, parent, path, above, keys }
}

/** The lines of a clause and of all that is below it: from `start` to before `end`. Null for a clause that is not shown. */
export function subtree(lines: readonly Line[], id: string): { readonly start: number; readonly end: number } | null {
  const start = lines.findIndex((line) => line.id === id)
  if (start < 0) return null
  let end = start + 1
  while (end < lines.length && lines[end]!.level > lines[start]!.level) end++
  return { start, end }
}

/** Levels as they must be: the first is 1, none is deeper than one below the line before it. [I4] */
export function clampLevels(lines: readonly Line[]): Line[] {
  let last = 0
  return lines.map(({ id, level }) => ({ id, level: (last = Math.max(1, Math.min(level, last + 1))) }))
}

/** The parent that each line's level gives it. */
export function parentsByLevel(lines: readonly Line[]): Map<string, string | null> {
  const open: string[] = []
  const parents = new Map<string, string | null>()
  for (const { id, level } of lines) {
    open.length = Math.min(open.length, level - 1)
    parents.set(id, open.at(-1) ?? null)
    open.push(id)
  }
  return parents
}
