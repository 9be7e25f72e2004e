/**
 * One person at one copy of the text, doing deeds straight on the model. Whoever tests a view writes an editor of their own that does the same
 * deeds with it, and gives it to the world (`makeEditor`).
 */
import * as Y from 'yjs'
import * as document from '#schema/document/index.js'
import { blockKinds, clauseKinds } from '#schema/vocabulary/documents.js'
import type { Deed } from './histories.js'

/** What the world needs of somebody who writes. */
export interface Editor {
  readonly doc: Y.Doc
  /** Does a deed if there is something to do it to; `token` answers a new character each time. */
  perform(deed: Deed, token: () => string): void
  /** All words that are shown. */
  text(): string
  /** What does not hold; empty when all is well. */
  problems(): readonly unknown[]
}

const at = <T>(list: readonly T[], number: number): T | undefined => list[number % Math.max(1, list.length)]

/** A place in running text: number of its block in the clause, and offset in it. */
interface Spot {
  readonly id: string
  readonly clause: document.Clause
  /** What holds the paragraph: the body of the clause, a frame or a cell; and which of its children it is. */
  readonly holder: Y.XmlFragment
  readonly index: number
  readonly block: number
  readonly paragraph: Y.XmlElement
  readonly text: Y.XmlText
  readonly offset: number
}

/** The paragraphs in a block, itself among them where it is one. */
const paragraphsIn = (block: Y.XmlElement): Y.XmlElement[] =>
  block.nodeName === 'para'
    ? [block]
    : block.toArray().flatMap((child) => (child instanceof Y.XmlElement ? paragraphsIn(child) : []))

export class ModelEditor implements Editor {
  readonly doc = new Y.Doc({ gc: false })
  private readonly origin = { editing: true }
  private readonly history: Y.UndoManager
  private readonly act: document.Act

  constructor(clientId: number, random: document.Random) {
    this.doc.clientID = clientId
    this.act = { origin: this.origin, by: `person ${clientId}`, random }
    this.history = document.undoOf(this.doc, [this.origin], 0)
  }

  text(): string {
    return document.documentText(this.doc)
  }

  problems(): readonly unknown[] {
    return document.violations(this.doc)
  }

  perform({ deed, where: [first, second, third] }: Deed, token: () => string): void {
    const { doc, act } = this
    const { lines } = document.readTree(doc)
    const id = at(lines, first)?.id
    this.history.stopCapturing()
    switch (deed) {
      case 'undo':
        return void this.history.undo()
      case 'redo':
        return void this.history.redo()
      case 'insert':
      case 'insertSeveral':
        return this.insert(id, second, third, deed === 'insert' ? 1 : 3, token)
      case 'restore':
        return this.restore(first)
    }
    if (!id) return
    switch (deed) {
      case 'type':
        return this.type(id, second, third, token)
      case 'typeTitle':
        return this.edit(id, (clause) => document.titleTextOf(clause)?.insert(0, token(), {}))
      case 'newBlock':
        return this.edit(id, (_, body) => body.insert(second % (body.length + 1), [this.newParagraph(token())]))
      case 'move':
        document.moveClause(doc, id, this.target(lines, second, third), act)
        return
      case 'promote':
        document.promoteClause(doc, id, act)
        return
      case 'demote':
        document.demoteClause(doc, id, act)
        return
      case 'delete':
      case 'deleteWithChildren':
        document.deleteClause(doc, id, { ...act, withChildren: deed === 'deleteWithChildren' })
        return
      case 'join':
        document.joinClause(doc, id, act)
        return
      case 'setClauseKind':
        document.setClauseAttribute(doc, id, 'kind', at(clauseKinds, second), act)
        return
    }
    const spot = this.spot(id, second, third)
    if (!spot) return
    if (deed === 'split') document.splitClause(doc, id, { block: spot.block, offset: spot.offset }, act)
    else this.changeBlock(deed, spot, first)
  }

  /** Deeds inside one clause, by which running text is changed. */
  private changeBlock(
    deed: Deed['deed'],
    { id, holder: body, index: block, paragraph, text, offset }: Spot,
    number: number,
  ): void {
    this.edit(id, () => {
      const next = body.length > block + 1 ? body.get(block + 1) : undefined
      if (deed === 'erase') text.delete(offset, Math.min(1 + (number % 4), text.length - offset))
      else if (deed === 'setBlockKind') paragraph.setAttribute('kind', at(blockKinds, number)!)
      else if (deed === 'mark')
        text.format(offset, Math.min(3, text.length - offset), { strong: number % 2 ? {} : null })
      else if (deed === 'deleteBlock') body.delete(block, 1)
      else if (deed === 'splitBlock')
        body.insert(block + 1, [document.typeOf(document.paragraph(document.cutFrom(paragraph, offset)))])
      else if (deed === 'joinBlocks' && next instanceof Y.XmlElement && next.nodeName === 'para') {
        document.appendSpans(text, document.inlineOf(next))
        body.delete(block + 1, 1)
      } else if (deed === 'moveBlock') {
        const raw = document.rawOf(paragraph) as document.RawElement
        body.delete(block, 1)
        body.insert(number % (body.length + 1), [document.typeOf(document.withText(raw))])
      }
    })
  }

  private edit(id: string, change: (clause: document.Clause, body: Y.XmlFragment) => unknown): void {
    const clause = document.clauseOf(this.doc, id)!
    this.doc.transact(() => {
      document.settle(clause)
      change(clause, document.bodyOf(clause)!)
    }, this.origin)
  }

  private newParagraph = (text: string) => document.typeOf(document.paragraph(text))

  private type(id: string, second: number, third: number, token: () => string): void {
    const spot = this.spot(id, second, third)
    const words = Array.from({ length: 1 + (third % 3) }, token).join('')
    this.edit(id, (_, body) =>
      spot ? spot.text.insert(spot.offset, words, {}) : body.insert(0, [this.newParagraph(words)]),
    )
  }

  private spot(id: string, second: number, third: number): Spot | undefined {
    const clause = document.clauseOf(this.doc, id)!
    const body = document.bodyOf(clause)!
    const block = second % Math.max(1, body.length)
    const top = body.length > 0 ? body.get(block) : undefined
    const paragraph = top instanceof Y.XmlElement ? at(paragraphsIn(top), third) : undefined
    const text = paragraph?.get(0)
    if (!paragraph || !(text instanceof Y.XmlText)) return undefined
    const holder = paragraph.parent as Y.XmlFragment
    const index = holder.toArray().indexOf(paragraph)
    return { id, clause, holder, index, block, paragraph, text, offset: third % (text.length + 1) }
  }

  private target(lines: readonly document.Line[], second: number, third: number): document.Where {
    const parent = second % 4 === 0 ? null : (at(lines, second)?.id ?? null)
    const siblings = lines.filter(({ id }) => document.readTree(this.doc).parent.get(id) === parent)
    return third % 3 === 0 ? { parent, after: null } : { parent, after: at(siblings, third)?.id ?? null }
  }

  private insert(near: string | undefined, second: number, third: number, count: number, token: () => string): void {
    const { lines } = document.readTree(this.doc)
    const parent = second % 2 === 0 ? null : (near ?? null)
    const drafts = Array.from({ length: count }, (_, i) => ({
      title: token(),
      body: [document.paragraph(token())],
      children: i === 1 ? [{ title: token() }] : [],
    }))
    const where = parent === null ? this.target(lines, 0, third) : { parent }
    document.insertClauses(this.doc, where, drafts, this.act)
  }

  private restore(number: number): void {
    const dead = [...document.readEntries(this.doc)].filter(([, { isDead }]) => isDead).map(([id]) => id)
    const id = at(dead.sort(), number)
    if (id) document.restoreClause(this.doc, id, this.act)
  }
}
