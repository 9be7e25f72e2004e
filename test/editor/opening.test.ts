import { expect, it } from '@jest/globals'
import { AllSelection, EditorState } from 'prosemirror-state'
import * as Y from 'yjs'
import { insertClause, schema, violations } from '#schema/document/index.js'
import { bindingKey, clauseBinding, openedWith } from '../../client/editor/binding/index.js'
import { HeadlessView } from '../harness/headless-view.js'

it('[CB-10] a text that arrives in an empty view leaves the caret at its beginning, and typing replaces nothing', () => {
  const held = new Y.Doc()
  insertClause(held, { parent: null }, { title: 'Scope' })
  const doc = new Y.Doc()
  const view = new HeadlessView(doc)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(held))
  expect(view.state.selection).not.toBeInstanceOf(AllSelection)
  view.dispatch(view.state.tr.insertText('The '))
  expect(view.state.doc.textContent).toBe('The Scope')
})

it('[I2] a view that is opened with the text shows also what came in before it was drawn', () => {
  const doc = new Y.Doc()
  const id = insertClause(doc, { parent: null }, { title: 'Scope' })!
  const plugin = clauseBinding({ doc })
  const state = EditorState.create({ schema, doc: openedWith(plugin), plugins: [plugin] })
  expect(state.doc.textContent).toBe('Scope')
  insertClause(doc, { parent: id }, { title: 'below' })
  const view = {
    state,
    composing: false,
    dispatch: (tr: typeof state.tr) => void (view.state = view.state.apply(tr)),
    updateState: (next: EditorState) => void (view.state = next),
  }
  bindingKey.getState(state)!.attach(view)
  expect(view.state.doc.textContent).toBe('Scopebelow')
  expect(violations(doc, view.state.doc)).toEqual([])
})
