/** One person at one view without a screen, doing in it what a storm says: typing, cutting and pasting in the view, clauses by its operations. */
import { Fragment, Slice, type Node } from 'prosemirror-model'
import { TextSelection, type Transaction } from 'prosemirror-state'
import * as Y from 'yjs'
import * as document from '#schema/document/index.js'
import { blockKinds, clauseKinds, clauseStatuses, labelModes, textTypes } from '#schema/vocabulary/documents.js'
import type { Editor } from './editor.js'
import { doInFrame } from './frame-deeds.js'
import { frameDeeds, richDeeds, type Deed } from './histories.js'
import { evened, gridOf, withColumn, withRow } from '../../client/editor/tables/grid.js'
import { replaceChanged } from '../../client/editor/tables/table-commands.js'
import { HeadlessView } from '../harness/headless-view.js'

const { schema } = document
const at = <T>(list: readonly T[], number: number): T | undefined => list[number % Math.max(1, list.length)]

interface Block {
  readonly pos: number
  readonly node: Node
}

export class ViewEditor implements Editor {
  readonly doc = new Y.Doc({ gc: false })
  readonly view: HeadlessView
  private readonly faults: unknown[] = []
  /** What changed the text when it was done, at least once. */
  readonly effective = new Set<Deed['deed']>()

  constructor(
    clientId: number,
    private readonly random: document.Random,
  ) {
    this.doc.clientID = clientId
    this.view = new HeadlessView(this.doc, {
      by: `person ${clientId}`,
      random,
      captureTimeoutMs: 0,
      onFault: (fault) => this.faults.push(fault),
    })
  }

  /** What the text holds; that the view shows just that is among the problems that are looked for. */
  text(): string {
    return document.documentText(this.doc)
  }

  problems(): readonly unknown[] {
    return [...this.faults, ...document.violations(this.doc, this.view.state.doc)]
  }

  private get binding() {
    return this.view.binding
  }

  private change(edit: (tr: Transaction) => unknown): void {
    const { tr } = this.view.state
    edit(tr)
    if (tr.docChanged) this.view.dispatch(tr)
  }

  /** The blocks of a clause; its title is none. */
  private blocksOf(id: string): Block[] {
    const start = this.binding.startOf(id)!
    const clause = this.view.state.doc.nodeAt(start)!
    const blocks: Block[] = []
    clause.forEach((node, offset, index) => index > 0 && blocks.push({ node, pos: start + 1 + offset }))
    return blocks
  }

  perform(deed: Deed, token: () => string): void {
    let isEffective = false
    const note = () => (isEffective = true)
    this.doc.on('update', note)
    this.act(deed, token)
    this.doc.off('update', note)
    if (isEffective) this.effective.add(deed.deed)
  }

  private act(deed: Deed, token: () => string): void {
    const { doc } = this.view.state
    const [first, second, third] = deed.where
    // The caret stands somewhere, as it does with people: it must survive whatever comes.
    if (doc.content.size > 0 && third % 3 === 0) {
      const $pos = doc.resolve(1 + (first % doc.content.size))
      this.view.dispatch(this.view.state.tr.setSelection(TextSelection.near($pos)))
    }
    this.binding.stopCapturing()
    const id = at(this.binding.tree.lines, first)?.id
    if (deed.deed === 'undo') this.binding.undo()
    else if (deed.deed === 'redo') this.binding.redo()
    else if (deed.deed === 'insert' || deed.deed === 'insertSeveral') this.insert(id, deed, token)
    else if (deed.deed === 'restore') this.restore(first)
    else if (deed.deed === 'setForm') this.setForm(second)
    else if (id && deed.deed === 'setStatus') this.setStatus(id, second)
    else if (id) {
      this.inClause(id, deed, token)
      if (
        ['move', 'promote', 'demote', 'delete', 'deleteWithChildren', 'join', 'setClauseKind', 'split'].includes(
          deed.deed,
        )
      )
        this.onClause(id, deed.deed, second, third)
    }
  }

  /** Into the view as a paste would, or by the operation. */
  private insert(near: string | undefined, { deed, where: [first, second, third] }: Deed, token: () => string): void {
    const count = deed === 'insert' ? 1 : 3
    if (second % 2 === 0) {
      const drafts = Array.from({ length: count }, () => ({ title: token(), body: [document.paragraph(token())] }))
      this.binding.operate((doc, act) =>
        document.insertClauses(doc, { parent: near ?? null, after: null }, drafts, act),
      )
      return
    }
    const { doc } = this.view.state
    const clauses = Array.from({ length: count }, (_, i) =>
      schema.nodes['clause']!.create({ level: 1 + ((first + i) % 3) }, [
        schema.nodes['clause_title']!.create(null, schema.text(token())),
        schema.nodes['para']!.create(null, schema.text(token())),
      ]),
    )
    const index = third % (doc.childCount + 1)
    let pos = 0
    for (let i = 0; i < index; i++) pos += doc.child(i).nodeSize
    this.change((tr) => tr.replace(pos, pos, new Slice(Fragment.from(clauses), 0, 0)))
  }

  private restore(number: number): void {
    const dead = [...document.readEntries(this.doc)].filter(([, { isDead }]) => isDead).map(([id]) => id)
    const id = at(dead.sort(), number)
    if (id) this.binding.operate((doc, act) => document.restoreClause(doc, id, act))
  }

  private setForm(number: number): void {
    const [type, labels] = [at(textTypes, number)!, at(labelModes, number >> 2)!]
    this.binding.operate((doc, { origin }) => document.setForm(doc, { type, labels }, origin))
  }

  /** In one step, as a status is set with the name of who set it. */
  private setStatus(id: string, number: number): void {
    const status = at(clauseStatuses, number)!
    this.binding.operate((doc, act) => {
      const isNew = document.setClauseAttribute(doc, id, 'status', status, act)
      if (isNew) document.setClauseAttribute(doc, id, 'statusBy', act.by ?? '', act)
    })
  }

  private onClause(id: string, deed: Deed['deed'], second: number, third: number): void {
    const { lines, parent } = this.binding.tree
    if (deed === 'move' && second % 3 === 0) return this.cutAndPaste(id, third)
    this.binding.operate((doc, act) => {
      if (deed === 'promote') return document.promoteClause(doc, id, act)
      if (deed === 'demote') return document.demoteClause(doc, id, act)
      if (deed === 'join') return document.joinClause(doc, id, act)
      if (deed === 'setClauseKind') return document.setClauseAttribute(doc, id, 'kind', at(clauseKinds, second), act)
      if (deed === 'split') {
        const block = second % Math.max(1, document.bodyOf(document.clauseOf(doc, id)!)!.length)
        return document.splitClause(
          doc,
          id,
          second % 4 ? { block, offset: third % 5 } : { block: 'title', offset: 1 },
          act,
        )
      }
      if (deed !== 'move')
        return document.deleteClause(doc, id, { ...act, withChildren: deed === 'deleteWithChildren' })
      const above = second % 4 === 0 ? null : (at(lines, second)?.id ?? null)
      const siblings = lines.filter((line) => parent.get(line.id) === above)
      return document.moveClause(
        doc,
        id,
        { parent: above, after: third % 3 ? (at(siblings, third)?.id ?? null) : null },
        act,
      )
    })
  }

  /** Deletes what is selected from the middle of one clause to the middle of another. */
  private cutAcross(second: number, third: number): void {
    const { doc } = this.view.state
    if (doc.childCount < 2) return
    const positions: number[] = []
    doc.descendants((node, pos) => {
      if (node.isTextblock) positions.push(pos + 1 + (third % (node.content.size + 1)))
    })
    const [from, to] = [at(positions, second)!, at(positions, second + 1 + (third % 4))!]
    const selection = TextSelection.create(doc, Math.min(from, to), Math.max(from, to))
    this.view.dispatch(this.view.state.tr.setSelection(selection))
    this.change((tr) => tr.deleteSelection())
  }

  /** Takes a clause out of the view and puts it in elsewhere, with its id: it is the same clause. */
  private cutAndPaste(id: string, third: number): void {
    const start = this.binding.startOf(id)!
    const clause = this.view.state.doc.nodeAt(start)!
    this.change((tr) => tr.delete(start, start + clause.nodeSize))
    const { doc } = this.view.state
    let pos = 0
    for (let i = 0; i < third % (doc.childCount + 1); i++) pos += doc.child(i).nodeSize
    this.change((tr) => tr.insert(pos, clause))
  }

  /** Tables, pictures, formulas and citations. */
  private rich(start: number, deed: Deed['deed'], [number, second, third]: Deed['where'], token: () => string): void {
    const clause = this.view.state.doc.nodeAt(start)!
    const found = (name: string) => {
      const list: Block[] = []
      clause.descendants((node, pos) => void (node.type.name === name && list.push({ node, pos: start + 1 + pos })))
      return at(list, second)
    }
    const { table, table_row: row, table_cell: cell, frame, para, equation, image } = schema.nodes
    const aCell = () => cell!.create(null, para!.create(null, schema.text(token())))
    const end = start + clause.nodeSize - 1
    const [aTable, aRow, aParagraph] = [found('table'), found('table_row'), found('para')]
    this.change((tr) => {
      if (deed === 'insertTable') {
        const rows = [0, 1].map(() => row!.create(null, [aCell(), aCell()]))
        const caption = para!.create({ kind: 'CAPTION' }, schema.text(token()))
        tr.insert(end, frame!.create({ kind: 'TABLE', anchor: `a${number}` }, [caption, table!.create(null, rows)]))
      } else if (deed === 'typeInCell') {
        const place = found('table_cell')
        if (place?.node.firstChild)
          tr.insert(place.pos + 2 + (third % (place.node.firstChild.content.size + 1)), schema.text(token()))
      } else if ((deed === 'addRow' || deed === 'addColumn') && aTable && third % 2 === 0) {
        // As the command does it, which first fills the holes that the others have left.
        const grid = gridOf(evened(aTable.node))
        const now =
          deed === 'addRow' ? withRow(grid, number % (grid.height + 1)) : withColumn(grid, number % (grid.width + 1))
        replaceChanged(tr, aTable.pos, aTable.node, now)
      } else if (deed === 'addRow' && aTable) tr.insert(aTable.pos + 1, row!.create(null, [aCell(), aCell()]))
      else if (deed === 'addColumn' && aTable) {
        const ends: number[] = []
        aTable.node.forEach((one, offset) => ends.push(aTable.pos + 1 + offset + one.nodeSize - 1))
        for (const place of ends.reverse()) tr.insert(place, aCell())
      } else if (deed === 'deleteRow' && aRow) tr.delete(aRow.pos, aRow.pos + aRow.node.nodeSize)
      else if (deed === 'setHead') {
        const place = found('table_cell')
        if (place) tr.setNodeAttribute(place.pos, 'head', !place.node.attrs['head'])
      } else if (deed === 'insertThing') {
        const things = [
          () => schema.nodes['math']!.create({ tex: 'x' }),
          () => schema.nodes['citation']!.create({ key: 'ITU-T L.1410' }),
          () => schema.nodes['line_break']!.create(),
        ]
        if (number % 4 === 0) tr.insert(end, equation!.create({ tex: 'E' }))
        else if (number % 4 === 1) tr.insert(end, frame!.create({ kind: 'FIGURE' }, image!.create({ alt: 'a' })))
        else if (aParagraph) {
          const offset = third % (aParagraph.node.content.size + 1)
          tr.insert(aParagraph.pos + 1 + offset, at(things, number)!())
        }
      } else if (deed === 'changeThing') {
        const place = found(number % 2 ? 'equation' : 'math')
        if (place) tr.setNodeAttribute(place.pos, 'tex', `y${third}`)
      }
    })
  }

  private inClause(id: string, { deed, where: [number, second, third] }: Deed, token: () => string): void {
    const start = this.binding.startOf(id)!
    const clause = this.view.state.doc.nodeAt(start)!
    const blocks = this.blocksOf(id)
    const words = () => schema.text(Array.from({ length: 1 + (third % 3) }, token).join(''))
    const newBlock = () => schema.nodes['para']!.create(null, schema.text(token()))
    const end = start + clause.nodeSize - 1
    if (deed === 'joinBlocks' && second % 3 === 0) return this.cutAcross(second, third)
    if (deed === 'typeTitle') return this.change((tr) => tr.insert(start + 2, schema.text(token())))
    if (deed === 'newBlock')
      return this.change((tr) => tr.insert(blocks[second % (blocks.length + 1)]?.pos ?? end, newBlock()))
    if ((richDeeds as readonly string[]).includes(deed)) return this.rich(start, deed, [number, second, third], token)
    if ((frameDeeds as readonly string[]).includes(deed))
      return this.change((tr) => doInFrame(tr, start, deed, [number, second, third], token))
    const block = at(blocks, second)
    if (deed === 'type' && !block) return this.change((tr) => tr.insert(end, newBlock()))
    if (!block?.node.isTextblock) return
    const { pos, node } = block
    const offset = third % (node.content.size + 1)
    const place = pos + 1 + offset
    const next = blocks[blocks.indexOf(block) + 1]
    this.change((tr) => {
      if (deed === 'type') tr.insert(place, words())
      else if (deed === 'erase') tr.delete(place, Math.min(place + 1 + (number % 4), pos + 1 + node.content.size))
      else if (deed === 'setBlockKind') tr.setNodeAttribute(pos, 'kind', at(blockKinds, number)!)
      else if (deed === 'mark') {
        const mark = schema.marks[at(['strong', 'em', 'code'], number)!]!.create()
        const to = Math.min(place + 3, pos + 1 + node.content.size)
        if (number % 4) tr.addMark(place, to, mark)
        else tr.removeMark(place, to)
      } else if (deed === 'deleteBlock') tr.delete(pos, pos + node.nodeSize)
      else if (deed === 'splitBlock') tr.split(place)
      else if (deed === 'joinBlocks' && next?.node.isTextblock) tr.join(next.pos)
      else if (deed === 'moveBlock') {
        tr.delete(pos, pos + node.nodeSize)
        const others = blocks.filter((one) => one !== block)
        const target = others[number % (others.length + 1)]
        tr.insert(target ? tr.mapping.map(target.pos) : end - node.nodeSize, node)
      }
    })
  }
}
