/** What a person can do to the things in a text. Each is one step of undo. */
import { chainCommands } from 'prosemirror-commands'
import {
  NodeSelection,
  Selection,
  TextSelection,
  type Command,
  type EditorState,
  type Transaction,
} from 'prosemirror-state'
import type { FrameKind, BlockKind, ReferenceTarget } from '#schema/vocabulary/documents.js'
import { blockCommands } from '../commands/index.js'
import { insertBlock, newAnchor } from '../commands/insert-block.js'
import { openKey, selectedThing, type OpenThing, type ThingKind } from './open-thing.js'

const inlineThings: readonly ThingKind[] = ['math', 'footnote', 'citation', 'reference']

/** Whether a thing of the kind may stand where the caret is. A title takes words only. */
function mayStand({ selection }: EditorState, kind: ThingKind): boolean {
  const { $from } = selection
  const isText = $from.parent.type.name === 'para' && $from.parent.attrs['kind'] !== 'CODE'
  if (inlineThings.includes(kind)) return isText || selectedKind(selection) !== null
  return kind === 'key_figure' || kind === 'record' ? $from.parent.type.name === 'para' : $from.depth > 0
}
const selectedKind = (selection: Selection): string | null =>
  selection instanceof NodeSelection && selection.node.isInline ? selection.node.type.name : null

/** Opens the thing that is selected, or the popover for a new one. */
const open =
  (kind: ThingKind): Command =>
  (state, dispatch) => {
    if (!mayStand(state, kind)) return false
    const thing: OpenThing = selectedThing(state, kind) ?? { kind, pos: null }
    dispatch?.(state.tr.setMeta(openKey, thing).scrollIntoView())
    return true
  }

/** Opens whatever thing is selected. */
const openSelected: Command = (state, dispatch) => {
  const thing = selectedThing(state)
  if (!thing) return false
  dispatch?.(state.tr.setMeta(openKey, thing))
  return true
}

/** Writes the attributes of the open thing, or puts in a new one; then it is closed. `also` is done in the same step. */
export const applyThing =
  (
    { kind, pos }: OpenThing,
    attrs: Readonly<Record<string, unknown>>,
    also: (tr: Transaction) => void = () => {},
  ): Command =>
  (state, dispatch) => {
    const type = state.schema.nodes[kind]
    const held = pos === null ? null : state.doc.nodeAt(pos)
    let { tr } = state
    if (!type) return false
    if (held?.type === type) {
      for (const [name, value] of Object.entries(attrs))
        if (held.attrs[name] !== value) tr.setNodeAttribute(pos!, name, value)
    } else if (type.isInline) {
      if (!mayStand(state, kind)) return false
      tr.replaceSelectionWith(type.create(attrs), false)
    } else {
      const inserted = insertBlock(
        state,
        type.create({ ...attrs, ...(kind === 'equation' && { anchor: newAnchor() }) }),
      )
      if (!inserted) return false
      ;({ tr } = inserted)
      tr.setSelection(NodeSelection.create(tr.doc, inserted.pos))
    }
    also(tr)
    dispatch?.(tr.setMeta(openKey, { close: true }).scrollIntoView())
    return true
  }

/** Takes away the open thing. */
export const removeThing =
  ({ kind, pos }: OpenThing): Command =>
  (state, dispatch) => {
    const node = pos === null ? null : state.doc.nodeAt(pos)
    if (pos === null || node?.type.name !== kind) return false
    const $pos = state.doc.resolve(pos)
    // A figure without a word goes with its picture.
    const isFigure = $pos.parent.type.name === 'frame' && $pos.parent.textContent === '' && $pos.parent.childCount <= 2
    const [from, to] = isFigure ? [$pos.before(), $pos.after()] : [pos, pos + node.nodeSize]
    const tr = state.tr.delete(from, to)
    dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(from), -1)).setMeta(openKey, { close: true }))
    return true
  }

/** What a cross-reference can point to. */
export interface ReferenceTo {
  readonly target: ReferenceTarget
  /** Id of the clause, or anchor; empty where the target has none yet. */
  readonly to: string
  /** The position before the target, which gets an anchor when it is first pointed to. */
  readonly pos: number
}

/** Puts in a cross-reference, or points the open one to something else; the target gets an anchor if it has none. */
export function referTo(open: OpenThing, { target, to, pos }: ReferenceTo): Command {
  const anchor = to === '' ? newAnchor() : to
  return applyThing(open, { target, to: anchor, document: '' }, (tr) => {
    if (to === '') tr.setNodeAttribute(tr.mapping.map(pos), 'anchor', anchor)
  })
}

/** Puts in a figure with its caption below. */
export const insertFigure =
  (image: Readonly<Record<string, unknown>>): Command =>
  (state, dispatch) => {
    const { frame, para, image: imageType } = state.schema.nodes
    const kind: FrameKind = 'FIGURE'
    const figure = frame!.create({ kind, anchor: newAnchor() }, [
      imageType!.create(image),
      para!.create({ kind: 'CAPTION' }),
    ])
    const inserted = insertBlock(state, figure)
    if (!inserted) return false
    const { tr, pos } = inserted
    tr.setSelection(TextSelection.create(tr.doc, pos + 1 + figure.firstChild!.nodeSize + 1))
    dispatch?.(tr.setMeta(openKey, { close: true }).scrollIntoView())
    return true
  }

/** Sets the figure that a call-out shows large, and makes a call-out of the paragraph. */
export const setKeyFigure =
  (keyFigure: string): Command =>
  (state, dispatch) => {
    const { $from } = state.selection
    if ($from.parent.type.name !== 'para') return false
    const tr = state.tr.setNodeAttribute($from.before(), 'keyFigure', keyFigure)
    if ($from.parent.attrs['kind'] !== 'CALLOUT') tr.setNodeAttribute($from.before(), 'kind', 'CALLOUT')
    dispatch?.(tr.setMeta(openKey, { close: true }))
    return true
  }

const isCode = ({ selection: { $from } }: EditorState): boolean =>
  $from.parent.type.name === 'para' && $from.parent.attrs['kind'] === 'CODE'

/** After the paragraph, in an ordinary one. */
const leaveCode: Command = (state, dispatch) => {
  if (!isCode(state)) return false
  const { $from } = state.selection
  const after = $from.after()
  const tr = state.tr.insert(after, state.schema.nodes['para']!.create())
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView())
  return true
}

/** After an equation that is selected, in the paragraph there, which is made where there is none. */
const leaveEquation: Command = (state, dispatch) => {
  const { selection } = state
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'equation') return false
  const { tr } = state
  const next = selection.$to.nodeAfter
  if (next?.type.name !== 'para') tr.insert(selection.to, state.schema.nodes['para']!.create())
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, selection.to + 1)).scrollIntoView())
  return true
}

/** Down from an equation that ends its clause there is nothing to write in yet. */
const leaveLastEquation: Command = (state, dispatch) =>
  state.selection instanceof NodeSelection && state.selection.$to.nodeAfter === null && leaveEquation(state, dispatch)

/** In code, Enter makes a line end; on an empty line at the end it leaves the code. */
const enterInCode: Command = (state, dispatch) => {
  if (!isCode(state)) return false
  const { $from, empty } = state.selection
  const { parent } = $from
  const isEmptyLine = parent.content.size === 0 || parent.textContent.endsWith('\n')
  if (!empty || $from.parentOffset < parent.content.size || !isEmptyLine) {
    dispatch?.(state.tr.insertText('\n').scrollIntoView())
    return true
  }
  const { tr } = state
  if (parent.content.size > 0) tr.delete($from.pos - 1, $from.pos)
  const after = tr.mapping.map($from.after())
  tr.insert(after, state.schema.nodes['para']!.create())
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView())
  return true
}

/** In code Tab is two blanks. */
const tabInCode: Command = (state, dispatch) => {
  if (!isCode(state)) return false
  dispatch?.(state.tr.insertText('  '))
  return true
}

/** A line end within the paragraph. */
const lineBreak: Command = (state, dispatch) => {
  const { $from } = state.selection
  if ($from.parent.type.name !== 'para') return false
  if (isCode(state)) return enterInCode(state, dispatch)
  dispatch?.(state.tr.replaceSelectionWith(state.schema.nodes['line_break']!.create()).scrollIntoView())
  return true
}

/** At the end of an empty paragraph of these kinds, Enter goes on with ordinary text. */
const leaveBox: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const kinds: readonly BlockKind[] = ['CASE_STUDY', 'QUOTATION', 'TERM', 'ABBREVIATION']
  const isBox = kinds.includes($from.parent.attrs['kind'] as BlockKind)
  if (!empty || !isBox || $from.parent.attrs['list'] !== 'NONE') return false
  if ($from.parent.content.size === 0) return blockCommands.setKind('BODY')(state, dispatch)
  if ($from.parentOffset < $from.parent.content.size) return false
  // The box goes on: its next paragraph is of the same kind.
  const { kind } = $from.parent.attrs
  const tr = state.tr.insert($from.after(), state.schema.nodes['para']!.create({ kind }))
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, $from.after() + 1)).scrollIntoView())
  return true
}

export const thingCommands = {
  math: open('math'),
  equation: open('equation'),
  footnote: open('footnote'),
  citation: open('citation'),
  reference: open('reference'),
  figure: open('image'),
  keyFigure: open('key_figure'),
  lineBreak,
  leaveCode,
  openSelected,
} as const

/** The keys of things for the sheet of keys; the words are `thing.kind.<name>` and `thing.lineBreak`. */
export const thingKeyList: readonly {
  readonly name: string
  readonly keys: readonly string[]
  readonly command: Command
}[] = [
  { name: 'kind.math', keys: ['Mod-Alt-m'], command: thingCommands.math },
  { name: 'kind.equation', keys: ['Mod-Alt-e'], command: thingCommands.equation },
  { name: 'kind.footnote', keys: ['Mod-Alt-f'], command: thingCommands.footnote },
  { name: 'kind.citation', keys: ['Mod-Alt-c'], command: thingCommands.citation },
  { name: 'kind.reference', keys: ['Mod-Alt-r'], command: thingCommands.reference },
  { name: 'lineBreak', keys: ['Shift-Enter'], command: lineBreak },
]

export const thingKeys: Readonly<Record<string, Command>> = {
  ...Object.fromEntries(thingKeyList.flatMap(({ keys, command }) => keys.map((key) => [key, command]))),
  Enter: chainCommands(openSelected, enterInCode, leaveBox),
  'Mod-Enter': chainCommands(leaveEquation, leaveCode),
  ArrowDown: leaveLastEquation,
  Tab: tabInCode,
}
