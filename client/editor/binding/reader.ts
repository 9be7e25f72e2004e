/**
 * Reads clauses for the view and remembers what it read: a change costs the blocks that it changed, not the text. What is remembered is forgotten
 * when a transaction changes it (`forget`).
 */
import type { Node } from 'prosemirror-model'
import * as Y from 'yjs'
import {
  attributesOf,
  bodyOf,
  blockOf,
  clauseKeys,
  clauseOf,
  clausesOf,
  contentOf,
  effectiveTree,
  isDead,
  nodeAttributes,
  readBlock,
  readEntries,
  readTitle,
  schema,
  titleOf,
  type AnyType,
  type Clause,
  type Entries,
  type Line,
  type Tree,
} from '#schema/document/index.js'
import { shownChildren } from './shared-content.js'

/** A clause as it is shown, and the shared type behind each of its children: title first, then blocks. */
export interface ShownClause {
  readonly node: Node
  readonly types: readonly (AnyType | undefined)[]
}

/** What a transaction touched. */
export interface Touched {
  /** Clauses whose content or attributes changed. */
  readonly clauses: Set<string>
  /** Which clauses there are, and where, may have changed. */
  isTree: boolean
}

export const nothingTouched = (): Touched => ({ clauses: new Set(), isTree: false })

export class Reader {
  private readonly nodes = new WeakMap<AnyType, Node>()
  private readonly deaths = new Map<string, boolean>()
  private readonly clauses

  constructor(private readonly doc: Y.Doc) {
    this.clauses = clausesOf(doc)
  }

  /** Forgets what a transaction changed, and adds to `touched` what that is. */
  forget(transaction: Y.Transaction, touched: Touched): void {
    const root: unknown = this.clauses
    for (const [type, keys] of transaction.changed) {
      if ((type as unknown) === root) {
        touched.isTree = true
        for (const key of keys) if (key !== null) this.touch(key, true, touched)
        continue
      }
      for (let at: AnyType = type; ;) {
        this.nodes.delete(at)
        const item = at._item
        if (!item) break
        const parent = item.parent as AnyType
        if ((parent as unknown) === root) {
          const isPlace = at === type && (keys.has(clauseKeys.at) || keys.has(clauseKeys.del))
          this.touch(item.parentSub!, isPlace, touched)
          break
        }
        at = parent
      }
    }
  }

  private touch(id: string, isPlace: boolean, touched: Touched): void {
    touched.clauses.add(id)
    this.deaths.delete(id)
    if (isPlace || clauseOf(this.doc, id)?.has(clauseKeys.del)) touched.isTree = true
  }

  entries(): Entries {
    return readEntries(this.doc, (clause, id) => {
      const known = this.deaths.get(id)
      if (known !== undefined) return known
      const dead = isDead(clause)
      this.deaths.set(id, dead)
      return dead
    })
  }

  tree(): Tree {
    return effectiveTree(this.entries())
  }

  /** A clause as it stands in the text now. Null for one that is not there. */
  clause({ id, level }: Line): ShownClause | null {
    const clause = clauseOf(this.doc, id)
    if (!clause) return null
    const { nodes, types } = this.blocks(clause)
    const attrs = { ...nodeAttributes('clause', attributesOf(clause)), id, level }
    return {
      node: schema.nodes['clause']!.create(attrs, [this.title(clause), ...nodes]),
      types: [titleOf(clause), ...types],
    }
  }

  /** From now on these nodes, which hold the same, stand for what is behind them. */
  adopt({ node, types }: ShownClause): void {
    types.forEach((type, i) => {
      const child = node.maybeChild(i)
      if (type && child) this.nodes.set(type, child)
    })
  }

  private remembered(type: AnyType | undefined, read: () => Node): Node {
    const known = type && this.nodes.get(type)
    if (known) return known
    const node = read()
    if (type) this.nodes.set(type, node)
    return node
  }

  private title(clause: Clause): Node {
    return this.remembered(titleOf(clause), () => readTitle(clause))
  }

  private blocks(clause: Clause): { nodes: readonly Node[]; types: readonly AnyType[] } {
    const body = bodyOf(clause)
    if (!body) return { nodes: [], types: [] }
    const groups = shownChildren(body)
    const types = groups.map(([first]) => first!)
    // A text that stands among the blocks is something that only a foreign program writes; such a body is read as a whole.
    if (types.some((type) => type instanceof Y.XmlText)) return { nodes: contentOf(body).map(blockOf), types }
    return { nodes: types.map((type) => this.remembered(type, () => readBlock(type as Y.XmlElement))), types }
  }
}
