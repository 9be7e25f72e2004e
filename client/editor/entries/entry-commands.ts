/** What is done with entries of terms and abbreviations as a whole: sorted, and collected from the text. Each is one step of undo. [GE-6, ST-3, ST-9] */
import type { Node } from 'prosemirror-model'
import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import {
  compareNames,
  entriesInOrder,
  entryName,
  entryText,
  missingAbbreviations,
  reportOf,
  saysNone,
  type MissingAbbreviation,
} from '#schema/report/index.js'
import { startOfChild } from '../binding/index.js'

const entryKinds = ['TERM', 'ABBREVIATION'] as const
type EntryKind = (typeof entryKinds)[number]

/** Puts the entries of a clause in order, each with what follows it, as they are read. Only those that move are touched. */
function sortedIn(state: EditorState, clauseIndex: number, kind: EntryKind): Transaction | null {
  const clause = state.doc.child(clauseIndex)
  const start = clause.children.findIndex((block) => Boolean(entryName(block, kind)))
  if (start < 0) return null
  const wanted = entriesInOrder(clause.children.slice(start), (block) => entryName(block, kind))
  let { tr } = state
  let from = startOfChild(state.doc, clauseIndex) + 1
  for (let i = 0; i < start; i++) from += clause.child(i).nodeSize
  // Inserting each at its place and taking it away where it was keeps what stays in place the same paragraph for everybody.
  for (const block of wanted) {
    if (tr.doc.nodeAt(from) !== block) {
      let at = from
      while (tr.doc.nodeAt(at) !== block) at += tr.doc.nodeAt(at)!.nodeSize
      tr = tr.delete(at, at + block.nodeSize).insert(from, block)
    }
    from += block.nodeSize
  }
  return tr
}

/** Sorts the entries around one that is out of order. */
export const sortEntriesAround = ({
  state,
  pos,
  node,
}: {
  readonly state: EditorState
  readonly pos: number
  readonly node: Node
}): Transaction | null => {
  const kind = entryKinds.find((one) => one === node.attrs['kind'])
  return kind ? sortedIn(state, state.doc.resolve(pos).index(0), kind) : null
}

/** Sorts the entries of the clause of the caret; false where they are in order, or there are none. */
export const sortEntries: Command = (state, dispatch) => {
  const { $head } = state.selection
  if ($head.depth === 0) return false
  for (const kind of entryKinds) {
    const tr = sortedIn(state, $head.index(0), kind)
    if (!tr?.docChanged) continue
    dispatch?.(tr.scrollIntoView())
    return true
  }
  return false
}

/** Puts abbreviations into clause 4, each at its place in the alphabet; null where there is no such clause. "None." and an empty paragraph give way to them. */
export function insertAbbreviations(state: EditorState, missing: readonly MissingAbbreviation[]): Transaction | null {
  const slot = state.doc.children.findIndex(({ attrs }) => attrs['kind'] === 'ABBREVIATIONS' && attrs['level'] === 1)
  if (slot < 0) return null
  const clause = state.doc.child(slot)
  // A finding is some moments old: what it asks for may have been done meanwhile, by a second click or by somebody else.
  const listed = new Set(clause.children.map((block) => entryName(block, 'ABBREVIATION')))
  const wanted = missing.filter(({ name }) => !listed.has(name))
  if (wanted.length === 0) return null
  const { tr } = state
  const start = startOfChild(state.doc, slot) + 1 + clause.firstChild!.nodeSize
  const entry = ({ name, meaning }: MissingAbbreviation) =>
    state.schema.nodes['para']!.create({ kind: 'ABBREVIATION' }, state.schema.text(`${name}: ${meaning}`))
  let last = start
  for (const one of wanted.toSorted((a, b) => compareNames(a.name, b.name))) {
    let pos = start
    let at: number | null = null
    for (const block of clause.children.slice(1)) {
      const isBehind = block.attrs['kind'] === 'ABBREVIATION' && compareNames(entryText(block).name, one.name) > 0
      if (isBehind) at ??= pos
      pos += block.nodeSize
    }
    const place = tr.mapping.map(at ?? pos)
    const made = entry(one)
    tr.insert(place, made)
    last = place + made.nodeSize - 1
  }
  tr.setSelection(TextSelection.create(tr.doc, last))
  let pos = start
  for (const block of clause.children.slice(1)) {
    const isEmpty = block.type.name === 'para' && block.content.size === 0
    if (saysNone(block) || isEmpty) tr.delete(tr.mapping.map(pos, 1), tr.mapping.map(pos + block.nodeSize, -1))
    pos += block.nodeSize
  }
  return tr
}

/** Lists in clause 4 what the text expands where it uses it and does not list yet; false where there is nothing of that. */
export const collectAbbreviations: Command = (state, dispatch) => {
  const tr = insertAbbreviations(state, missingAbbreviations(reportOf(state.doc)))
  if (!tr) return false
  dispatch?.(tr.scrollIntoView())
  return true
}
