/** The same text in three bindings, each made as its manual says, with undo. */
import {
  initProseMirrorDoc as initTiptap,
  ySyncPlugin as tiptapSync,
  yUndoPlugin as tiptapUndo,
} from '@tiptap/y-tiptap'
import { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { initProseMirrorDoc, ySyncPlugin, yUndoPlugin } from 'y-prosemirror'
import type * as Y from 'yjs'
import { clauseBinding, openedWith } from '../../../../client/editor/binding/index.js'
import { schema } from '#schema/document/index.js'
import { fragmentName, stockSchema } from '../texts.js'
import type { BindingName } from './api.js'

export const makers: Readonly<Record<BindingName, (doc: Y.Doc, place: HTMLElement) => EditorView>> = {
  ours: (doc, place) => {
    const binding = clauseBinding({ doc })
    const state = EditorState.create({ schema, doc: openedWith(binding), plugins: [binding] })
    return new EditorView(place, { state })
  },
  yProsemirror: (doc, place) => {
    const fragment = doc.getXmlFragment(fragmentName)
    const { doc: content, mapping } = initProseMirrorDoc(fragment, stockSchema)
    const plugins = [ySyncPlugin(fragment, { mapping }), yUndoPlugin()]
    return new EditorView(place, { state: EditorState.create({ doc: content, plugins }) })
  },
  yTiptap: (doc, place) => {
    const fragment = doc.getXmlFragment(fragmentName)
    const { doc: content, mapping } = initTiptap(fragment, stockSchema)
    const plugins = [tiptapSync(fragment, { mapping }), tiptapUndo()]
    return new EditorView(place, { state: EditorState.create({ doc: content, plugins }) })
  },
}
