import type { Node } from 'prosemirror-model'
import { Plugin, type EditorState, type Transaction } from 'prosemirror-state'
import { Binding, type BindingOptions } from './binding.js'
import { bindingKey, type BindingMeta } from './key.js'
import { normalise } from './normalise.js'
import { takeUpSelection } from './pending-selection.js'

/** ProseMirror still reads the end of a composition from the page for this long. */
const settlingMs = 50

/** What a transaction says of itself when it shows what the shared text holds; undefined for what is done in this view. */
export const shownBy = (tr: Transaction): BindingMeta | undefined => tr.getMeta(bindingKey) as BindingMeta | undefined

/** The binding of a state that has one. Throws for one without: that is a mistake of the program. */
export function bindingOf(state: EditorState): Binding {
  const binding = bindingKey.getState(state)
  if (!binding) throw new Error('This editor is not bound to a shared text')
  return binding
}

/** Puts every clause in order after a local change. What others wrote is never put right here. [CL-4] */
const appended = (binding: Binding) => (trs: readonly Transaction[], before: EditorState, after: EditorState) =>
  trs.some((tr) => tr.docChanged) && !trs.some(shownBy) ? normalise(before.doc, after, binding.ids) : null

const bindings = new WeakMap<Plugin, Binding>()

/**
 * What a view is to be opened with: the text as it stands, for `EditorState.create({ doc })`. A view that begins empty is filled all the same, at the
 * price of drawing twice.
 */
export const openedWith = (plugin: Plugin<Binding>): Node | undefined => bindings.get(plugin)?.open()

/** Shows a shared text in a view and writes into it what is done there. */
export function clauseBinding(options: BindingOptions): Plugin<Binding> {
  const binding = new Binding(options)
  const plugin = new Plugin<Binding>({
    key: bindingKey,
    state: { init: () => binding, apply: (_, held) => held },
    appendTransaction: appended(binding),
    view: (view) => {
      binding.attach(view)
      return { update: (_, before) => binding.update(before), destroy: () => binding.destroy() }
    },
    props: {
      handleDOMEvents: {
        // Browsers tell of a new caret with the next frame; a key that comes before is meant for where the caret is.
        keydown: (view, event) => {
          if (event.keyCode !== 229) takeUpSelection(view)
          return false
        },
        compositionend: () => {
          binding.compositionEnds((settle) => setTimeout(settle, settlingMs))
          return false
        },
      },
    },
  })
  bindings.set(plugin, binding)
  return plugin
}
