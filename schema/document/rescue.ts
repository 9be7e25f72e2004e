/**
 * The rescue: text that somebody lost without anybody having deleted it. When one person cuts, joins, moves or deletes a paragraph, its
 * characters go; those that another is writing there at that moment go with it, though nobody meant them. Whoever applies all updates of a text
 * in one place, one at a time and keeping deleted content (`gc: false`), can tell: they are deleted, and no update said so. [WT-5]
 */
import * as Y from 'yjs'
import { isDead, readEntries } from './clauses.js'
import { appendBlocks, paragraph, settle } from './operations.js'
import { bodyOf, clauseOf, clausesOf, type Clause } from './shared-types.js'
import { effectiveTree } from './tree.js'

type DeleteSet = Y.Transaction['deleteSet']

/** A stretch of text that was lost in one place. */
export interface Lost {
  /** Clause that held it. */
  readonly clause: string
  readonly text: string
  /** Yjs client that wrote it. */
  readonly client: number
  /** Number of its first character among all that this client wrote. */
  readonly clock: number
}

/** What updates say they delete, as far as it is known: of an update, and of updates that still wait for earlier ones. */
function declaredBy(doc: Y.Doc, update: Uint8Array): DeleteSet {
  const { ds } = Y.decodeUpdate(update)
  const { pendingDs } = doc.store
  // Merging also sorts, which looking things up needs and an update need not be.
  return Y.mergeDeleteSets(pendingDs ? [ds, Y.decodeUpdateV2(pendingDs).ds] : [ds])
}

/** The clause in which an item stands, or null for what stands elsewhere, or in something that is gone. */
export function clauseIdOf(doc: Y.Doc, item: Y.Item): string | null {
  const clauses: unknown = clausesOf(doc)
  for (let at: Y.Item | null = item; at;) {
    const parent: Y.AbstractType<unknown> | null = at.parent as Y.AbstractType<unknown> | null
    if (parent === clauses) return at.parentSub
    at = parent?._item ?? null
  }
  return null
}

/**
 * Applies an update and answers what was lost by it. `doc` must keep deleted content (`gc: false`), else what was lost is gone already.
 * Throws what Yjs throws on an update that cannot be applied.
 */
export function applyAndFindLost(doc: Y.Doc, update: Uint8Array, origin: unknown = null): Lost[] {
  const declared = declaredBy(doc, update)
  const lost: Lost[] = []
  const look = (transaction: Y.Transaction) => {
    // Characters of one text stand in the order of the text only within one item chain, so they are gathered text by text.
    const texts = new Map<Y.XmlText, Y.Item[]>()
    Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return
      if (!(struct.parent instanceof Y.XmlText)) return
      const items = texts.get(struct.parent)
      if (items) items.push(struct)
      else texts.set(struct.parent, [struct])
    })
    for (const [text, found] of texts) {
      const items = new Set(found)
      const clause = clauseIdOf(doc, found[0]!)
      if (clause === null) continue
      let isRun = false
      for (let item: Y.Item | null = text._start; item; item = item.right) {
        const { text: characters, first } = items.has(item) ? undeclared(item, declared) : nothing
        const last = lost.at(-1)
        if (characters && isRun && last?.clause === clause && last.client === item.id.client)
          lost[lost.length - 1] = { ...last, text: last.text + characters }
        else if (characters)
          lost.push({ clause, text: characters, client: item.id.client, clock: item.id.clock + first })
        if (item.countable) isRun = characters !== ''
      }
    }
  }
  doc.once('afterTransaction', look)
  try {
    Y.applyUpdate(doc, update, origin)
  } finally {
    doc.off('afterTransaction', look)
  }
  return lost
}

const nothing = { text: '', first: 0 } as const

/** The characters of a deleted item that no update deleted, and the place of the first in it. */
function undeclared(item: Y.Item, declared: DeleteSet): { readonly text: string; readonly first: number } {
  const { str } = item.content as Y.ContentString
  let text = ''
  let first = -1
  for (let i = 0; i < str.length; i++) {
    if (Y.isDeleted(declared, Y.createID(item.id.client, item.id.clock + i))) continue
    text += str[i]
    if (first < 0) first = i
  }
  return { text, first }
}

/** The clause that takes in what was lost in `id`: itself, or its nearest living ancestor, or itself again when there is none. */
function shelterOf(doc: Y.Doc, id: string): Clause | undefined {
  const own = clauseOf(doc, id)
  if (own && !isDead(own) && bodyOf(own)) return own
  const entries = readEntries(doc)
  const { above } = effectiveTree(entries)
  for (let at = above.get(id) ?? null; at !== null; at = above.get(at) ?? null)
    if (!entries.get(at)!.isDead) return clauseOf(doc, at)
  return own
}

/**
 * Writes what was lost back, as paragraphs that say so at the end of the clause where it was, or of the nearest clause above that is still
 * there. A clause deleted with all above it comes back for it. `personOf` tells whose words they are, null when nobody knows. One transaction.
 */
export function bringBack(
  doc: Y.Doc,
  lost: readonly Lost[],
  personOf: (client: number) => string | null,
  origin: unknown = null,
): void {
  if (lost.length === 0) return
  doc.transact(() => {
    for (const { clause: from, text, client } of lost) {
      const clause = shelterOf(doc, from)
      if (!clause) continue
      settle(clause)
      appendBlocks(clause, [paragraph(text, { rescued: true, rescuedBy: personOf(client), rescuedFrom: from })])
    }
  }, origin)
}
