/** The same text in three bindings, each made as its manual says, with undo, numbers of clauses, and tables. */
import {
  initProseMirrorDoc as initTiptap,
  undo as tiptapUndoLast,
  ySyncPlugin as tiptapSync,
  yUndoPlugin as tiptapUndo,
  yUndoPluginKey as tiptapUndoKey,
} from '@tiptap/y-tiptap'
import type { Node } from 'prosemirror-model'
import { EditorState, type Plugin } from 'prosemirror-state'
import { tableEditing } from 'prosemirror-tables'
import { EditorView } from 'prosemirror-view'
import { initProseMirrorDoc, undo, ySyncPlugin, yUndoPlugin, yUndoPluginKey } from 'y-prosemirror'
import type * as Y from 'yjs'
import { bindingOf, clauseBinding, openedWith } from '../../../../client/editor/binding/index.js'
import { numbers } from '../../../../client/editor/numbers/index.js'
import { tables } from '../../../../client/editor/tables/index.js'
import { moveClause, schema } from '#schema/document/index.js'
import { fragmentName, stockSchema } from '../texts.js'
import type { EditorName } from './api.js'
import { roomEditor } from './room.js'

export interface Editor {
  readonly view: EditorView
  undo(): void
  /** What is done next is a step of undo of its own. */
  stopCapturing(): void
  /** Moves clauses, counted from 0, in front of another that does not stand among them, or to the end. */
  move(from: number, count: number, to: number): void
}

const clauseNumbers = () => numbers({ type: 'REPORT', label: ({ text }) => text })

const startOf = (doc: Node, index: number): number => {
  let at = 0
  for (let i = 0; i < index; i++) at += doc.child(i).nodeSize
  return at
}

/** As the outline does it: one clause goes below another, and takes along what is below it. */
export function editorOfOurs(view: EditorView): Editor {
  const binding = () => bindingOf(view.state)
  return {
    view,
    undo: () => void binding().undo(),
    stopCapturing: () => binding().stopCapturing(),
    move(from, _, to) {
      const { doc } = view.state
      const id = String(doc.child(from).attrs['id'])
      const chapter = doc.children.slice(0, to).findLast(({ attrs }) => attrs['level'] === 1)!
      binding().operate((text, act) => moveClause(text, id, { parent: String(chapter.attrs['id']) }, act))
    },
  }
}

interface UndoState {
  readonly undoManager: { stopCapturing(): void }
}

/** One fragment with all clauses in a row: to move some is to take them out and put them in again. */
const editorOfStock = (
  view: EditorView,
  undoLast: (state: EditorState) => unknown,
  undoState: () => UndoState,
): Editor => ({
  view,
  undo: () => void undoLast(view.state),
  stopCapturing: () => undoState().undoManager.stopCapturing(),
  move(from, count, to) {
    const { doc, tr } = view.state
    const [start, end] = [startOf(doc, from), startOf(doc, from + count)]
    const moved = doc.slice(start, end).content
    tr.delete(start, end)
    tr.insert(tr.mapping.map(startOf(doc, to)), moved)
    view.dispatch(tr)
  },
})

const ours = (doc: Y.Doc, place: HTMLElement, companions: readonly Plugin[]): Editor => {
  const binding = clauseBinding({ doc })
  const state = EditorState.create({ schema, doc: openedWith(binding), plugins: [binding, ...companions] })
  return editorOfOurs(new EditorView(place, { state }))
}

export const makers: Readonly<Record<EditorName, (doc: Y.Doc, place: HTMLElement) => Editor>> = {
  bare: (doc, place) => ours(doc, place, []),
  ours: (doc, place) => ours(doc, place, [...tables(), clauseNumbers()]),
  room: (doc, place) => editorOfOurs(roomEditor(doc, place)),
  yProsemirror: (doc, place) => {
    const fragment = doc.getXmlFragment(fragmentName)
    const { doc: content, mapping } = initProseMirrorDoc(fragment, stockSchema)
    const plugins = [ySyncPlugin(fragment, { mapping }), yUndoPlugin(), tableEditing(), clauseNumbers()]
    const view = new EditorView(place, { state: EditorState.create({ doc: content, plugins }) })
    return editorOfStock(view, undo, () => yUndoPluginKey.getState(view.state) as UndoState)
  },
  yTiptap: (doc, place) => {
    const fragment = doc.getXmlFragment(fragmentName)
    const { doc: content, mapping } = initTiptap(fragment, stockSchema)
    const plugins = [tiptapSync(fragment, { mapping }), tiptapUndo(), tableEditing(), clauseNumbers()]
    const view = new EditorView(place, { state: EditorState.create({ doc: content, plugins }) })
    return editorOfStock(view, tiptapUndoLast, () => tiptapUndoKey.getState(view.state) as UndoState)
  },
}
