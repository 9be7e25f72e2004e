/** A view without a screen: what the binding needs of one, for tests and storms in Node. */
import { EditorState, type Plugin, type Transaction } from 'prosemirror-state'
import type * as Y from 'yjs'
import { schema } from '#schema/document/index.js'
import {
  bindingKey,
  clauseBinding,
  openedWith,
  type Binding,
  type BindingOptions,
  type Host,
} from '../../client/editor/binding/index.js'

export class HeadlessView implements Host {
  state: EditorState
  composing = false
  readonly binding: Binding

  constructor(doc: Y.Doc, options: Omit<BindingOptions, 'doc'> = {}, others: readonly Plugin[] = []) {
    const plugin = clauseBinding({ doc, ...options })
    this.state = EditorState.create({ schema, doc: openedWith(plugin), plugins: [plugin, ...others] })
    this.binding = bindingKey.getState(this.state)!
    this.binding.attach(this)
  }

  dispatch(tr: Transaction): void {
    this.updateState(this.state.apply(tr))
  }

  updateState(state: EditorState): void {
    const before = this.state
    this.state = state
    if (state.plugins === before.plugins) return this.binding.update(before)
    // A view makes the views of its plugins anew for a state that did not come from its own.
    this.binding.destroy()
    this.binding.attach(this)
  }
}
