/**
 * The form of the text (its type, and how tables and figures are counted) as the editor knows it. It lives in the shared text: when anybody changes it,
 * everybody's numbers, labels and checks follow. Stands before the plugins that ask for it. [TF-1]
 */
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import type * as Y from 'yjs'
import { aboutOf, formOf, type TextForm } from '#schema/document/index.js'
import type { TextType } from '#schema/vocabulary/documents.js'

const formKey = new PluginKey<TextForm>('form')

export interface FormOptions {
  readonly doc: Y.Doc
  /** The type of a text that says none. */
  readonly usualType: TextType
}

export const form = ({ doc, usualType }: FormOptions): Plugin<TextForm> =>
  new Plugin<TextForm>({
    key: formKey,
    state: {
      init: () => formOf(doc, usualType),
      apply: (tr, held) => (tr.getMeta(formKey) as TextForm | undefined) ?? held,
    },
    view: (view) => {
      const look = () => {
        // What an input method is writing in must not be drawn anew; the transaction that ends it looks again.
        if (view.composing) return
        const [now, held] = [formOf(doc, usualType), formKey.getState(view.state)!]
        if (now.type === held.type && now.labels === held.labels) return
        view.dispatch(view.state.tr.setMeta(formKey, now).setMeta('addToHistory', false))
      }
      aboutOf(doc).observe(look)
      look()
      return { update: look, destroy: () => aboutOf(doc).unobserve(look) }
    },
  })

/** The form of the text shown; `usual` where the editor was made without one. */
export const formIn = (state: EditorState, usual: TextForm): TextForm => formKey.getState(state) ?? usual
