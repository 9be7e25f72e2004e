/**
 * From the view to the shared text: what changed between two nodes of the view is done to the types behind them, and nothing else. Whoever calls this
 * has opened a transaction. [CL-11, CL-12, I2, I7]
 */
import { Mark, type Node } from 'prosemirror-model'
import * as Y from 'yjs'
import {
  appendSpans,
  canonical,
  copyOf,
  insertSpans,
  isRawElement,
  isRawText,
  isReservedKey,
  rawOf,
  spansOfNode,
  storedAttributes,
  storedMarks,
  typeOfNode,
  type AnyType,
  type Clause,
  type RawSpan,
} from '#schema/document/index.js'
import { bodyOf, titleOf } from '#schema/document/index.js'
import { rowsOf, runsOf } from './inline-row.js'
import { pairChildren } from './pair-children.js'
import { cellsOf, shownChildren, textAt } from './shared-content.js'
import { keptBetween, textEdits } from './text-edits.js'

/** Something that holds attributes by name. */
interface Holder {
  set(name: string, value: unknown): void
  remove(name: string): void
}

const holderOf = (type: Y.XmlElement): Holder => ({
  set: (name, value) => type.setAttribute(name, value as string),
  remove: (name) => type.removeAttribute(name),
})

/** Writes the attributes that differ, deeply compared, so that writing beside another person leaves theirs as they are. */
function writeAttributes(holder: Holder, before: Node, now: Node): void {
  if (before.attrs === now.attrs) return
  const [old, wanted] = [storedAttributes(before), storedAttributes(now)]
  for (const [name, value] of Object.entries(wanted))
    if (!isReservedKey(name) && canonical(old[name]) !== canonical(value)) holder.set(name, copyOf(value))
  for (const name of Object.keys(old)) if (!(name in wanted) && !isReservedKey(name)) holder.remove(name)
}

/** Takes the places `from` to `to` out of a title or paragraph. */
function deleteRow(parent: Y.XmlFragment, from: number, to: number): void {
  const cells = cellsOf(parent)
  for (let i = cells.length - 1; i >= 0; i--) {
    const cell = cells[i]!
    const [start, end] = [Math.max(from, cell.from), Math.min(to, cell.from + cell.length)]
    if (start >= end) continue
    if (cell.isText) (cell.type as Y.XmlText).delete(start - cell.from, end - start)
    else parent.delete(i, 1)
  }
}

/** Puts spans at a place of a title or paragraph. */
function insertRow(parent: Y.XmlFragment, at: number, spans: readonly RawSpan[]): void {
  const cells = cellsOf(parent)
  const cell = textAt(cells, at)
  if (!cell) {
    const text = new Y.XmlText()
    const index = cells.findIndex(({ from }) => from >= at)
    parent.insert(index < 0 ? cells.length : index, [text])
    return appendSpans(text, spans)
  }
  insertSpans(cell.type as Y.XmlText, at - cell.from, spans)
}

/** Changes marks on places of a title or paragraph; null takes one away. Marks that are not named stay. */
function formatRow(parent: Y.XmlFragment, from: number, to: number, change: Readonly<Record<string, unknown>>): void {
  const cells = cellsOf(parent)
  for (let i = cells.length - 1; i >= 0; i--) {
    const cell = cells[i]!
    const [start, end] = [Math.max(from, cell.from), Math.min(to, cell.from + cell.length)]
    if (start >= end) continue
    if (cell.isText) (cell.type as Y.XmlText).format(start - cell.from, end - start, copyOf(change) as object)
    else {
      // What stands beside the text cannot carry marks; a copy in the text can.
      const raw = rawOf(cell.type)
      if (!isRawElement(raw) && !isRawText(raw)) continue
      parent.delete(i, 1)
      const marks = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== null))
      insertRow(parent, start, [{ insert: raw, marks }])
    }
  }
}

const spansOf = (holder: Node, from: number, to: number): RawSpan[] => spansOfNode(holder.cut(from, to))

/** Marks that came and went on the characters that stayed. */
function writeMarks(parent: Y.XmlFragment, before: Node, now: Node, kept: ReturnType<typeof keptBetween>): void {
  const [oldRuns, newRuns] = [runsOf(before.content), runsOf(now.content)]
  for (const { from, newFrom, length } of kept)
    for (const run of newRuns) {
      const [start, end] = [Math.max(run.from, newFrom), Math.min(run.to, newFrom + length)]
      if (start >= end) continue
      const shift = from - newFrom
      for (const old of oldRuns) {
        const [a, b] = [Math.max(start, old.from - shift), Math.min(end, old.to - shift)]
        if (a >= b || Mark.sameSet(old.marks, run.marks)) continue
        const [had, has] = [storedMarks(old.marks), storedMarks(run.marks)]
        const change: Record<string, unknown> = {}
        for (const name of Object.keys(had)) if (!(name in has)) change[name] = null
        for (const [name, value] of Object.entries(has))
          if (canonical(had[name]) !== canonical(value)) change[name] = value
        if (Object.keys(change).length === 0) continue
        // A mark that hid others, which somebody else wrote at the same time, does not leave them behind.
        for (const type of Object.values(now.type.schema.marks))
          if (!(type.name in has) && old.marks.some((mark) => mark.type.excludes(type))) change[type.name] = null
        formatRow(parent, a, b, change)
      }
    }
}

/** Makes the inline content of a title or paragraph, shown as `before`, that of `now`. */
function writeInline(parent: Y.XmlFragment, before: Node, now: Node): void {
  if (before.content.eq(now.content)) return
  const [old, row] = rowsOf(before.content, now.content)
  const edits = textEdits(old, row)
  for (const { from, to, newFrom, newTo } of edits.toReversed()) {
    deleteRow(parent, from, to)
    if (newTo > newFrom) insertRow(parent, from, spansOf(now, newFrom, newTo))
  }
  writeMarks(parent, before, now, keptBetween(edits, old.length))
}

/** Makes an element, shown as `before`, show `now`, which is of the same type. */
function writeElement(type: Y.XmlElement, before: Node, now: Node): void {
  writeAttributes(holderOf(type), before, now)
  if (before.inlineContent) writeInline(type, before, now)
  else writeChildren(type, before.children, now.children)
}

/** Makes the children of an element or body, shown as `before`, show `now`. */
export function writeChildren(parent: Y.XmlFragment, before: readonly Node[], now: readonly Node[]): void {
  if (before.length === now.length && before.every((node, i) => node === now[i])) return
  const groups = shownChildren(parent)
  if (groups.length !== before.length)
    throw new Error(`The view shows ${before.length} blocks where the text has ${groups.length}`)
  const children = parent.toArray() as AnyType[]
  const indexOf = (group: number) => (group < groups.length ? children.indexOf(groups[group]![0]!) : children.length)
  const pairs = pairChildren(before, now)
  // From the end, so that places before are what they were.
  let [i, j] = [before.length, now.length]
  const upTo = (iStart: number, jStart: number) => {
    const at = indexOf(i)
    // What was there is deleted after what is new was put behind it: the place is the same for both.
    const created = now.slice(jStart, j).flatMap((node) => typeOfNode(node) ?? [])
    if (created.length > 0) parent.insert(at, created)
    for (let group = i - 1; group >= iStart; group--)
      for (const type of groups[group]!.toReversed()) parent.delete(children.indexOf(type), 1)
  }
  for (const [oldAt, newAt] of pairs.toReversed()) {
    upTo(oldAt + 1, newAt + 1)
    const [type] = groups[oldAt]!
    const [old, wanted] = [before[oldAt]!, now[newAt]!]
    if (old !== wanted && type instanceof Y.XmlElement) writeElement(type, old, wanted)
    ;[i, j] = [oldAt, newAt]
  }
  upTo(0, 0)
}

/** Makes a clause, shown as `before`, show `now`: attributes, title and body. Its place is not written here. */
export function writeClause(clause: Clause, before: Node, now: Node): void {
  writeAttributes({ set: (name, value) => clause.set(name, value), remove: (name) => clause.delete(name) }, before, now)
  const [title, body] = [titleOf(clause), bodyOf(clause)]
  if (title && before.firstChild !== now.firstChild) writeElement(title, before.firstChild!, now.firstChild!)
  if (body) writeChildren(body, before.children.slice(1), now.children.slice(1))
}
