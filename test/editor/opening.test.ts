import { expect, it } from '@jest/globals'
import { AllSelection } from 'prosemirror-state'
import * as Y from 'yjs'
import { insertClause } from '#schema/document/index.js'
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
