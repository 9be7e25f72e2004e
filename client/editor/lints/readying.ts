/** The first check of a long text reads all of it. It is read in parts beforehand, so that no key waits for the whole. A rule. */
import { Fragment, type Node } from 'prosemirror-model'

/** Clauses that are read in one go: some milliseconds. */
const most = 25

export class Readying {
  private readonly read = new WeakSet<Node>()

  /** `check` looks at a text that consists of some clauses, and remembers of each block what it found (per-node.ts). */
  constructor(private readonly check: (part: Node) => void) {}

  /** Reads the next clauses that were not read yet; false when there are none. After a change these are the ones that changed. */
  next(doc: Node): boolean {
    const part: Node[] = []
    for (const clause of doc.children) {
      if (!this.read.has(clause)) part.push(clause)
      if (part.length === most) break
    }
    if (part.length === 0) return false
    for (const clause of part) this.read.add(clause)
    this.check(doc.copy(Fragment.from(part)))
    return true
  }
}
