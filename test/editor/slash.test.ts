/** The menu behind "/", at a view without a screen. */
import { describe, expect, it } from '@jest/globals'
import { Selection, type Command } from 'prosemirror-state'
import * as Y from 'yjs'
import * as document from '#schema/document/index.js'
import { recordKinds } from '#schema/vocabulary/documents.js'
import { wordsFor } from '#schema/words/index.js'
import { choose, openSlash, slash, slashEntries, slashMenu } from '../../client/editor/slash/index.js'
import { openPlugin, openThing } from '../../client/editor/things/open-thing.js'
import { HeadlessView } from '../harness/headless-view.js'

const words = wordsFor('en')
function start(text = ''): HeadlessView {
  const doc = new Y.Doc({ gc: false })
  document.stampVersion(doc)
  const drafts = [{ title: 'One', body: [document.paragraph(text)] }]
  document.insertClauses(doc, { parent: null }, drafts, { random: document.seeded(1) })
  const view = new HeadlessView(doc, { random: document.seeded(2) }, [slash({ words }), openPlugin()])
  view.dispatch(view.state.tr.setSelection(Selection.atEnd(view.state.doc)))
  view.binding.stopCapturing()
  return view
}
const run = (view: HeadlessView, command: Command) => command(view.state, (tr) => view.dispatch(tr))
const type = (view: HeadlessView, text: string) => view.dispatch(view.state.tr.insertText(text))
const found = (view: HeadlessView) => slashMenu(view.state)?.found.map(({ id }) => id)
const blocks = (view: HeadlessView) => view.state.doc.child(0).children.slice(1)

describe('the menu behind "/"', () => {
  it('has words for each entry', () => {
    for (const { id } of slashEntries(true)) expect(words.has(`thing.slash.${id}`)).toBe(true)
  })

  it('is narrowed by typing, also by other words for the same', () => {
    const view = start()
    run(view, openSlash)
    expect(found(view)).toHaveLength(slashEntries().length)
    type(view, 'pic')
    expect(found(view)).toEqual(['figure'])
    expect(blocks(view)[0]!.textContent).toBe('/pic')
  })

  it('[RC-1] offers records in minutes only', () => {
    const kinds = slashEntries(true).filter(({ group }) => group === 'RECORDS')
    expect(kinds.map(({ id }) => id)).toEqual([...recordKinds])
    expect(slashEntries().some(({ group }) => group === 'RECORDS')).toBe(false)
  })

  it('does what is chosen in one step, and takes its sign out of the text', () => {
    const view = start()
    run(view, openSlash)
    type(view, 'note')
    view.binding.stopCapturing()
    run(view, choose())
    expect(blocks(view).map(({ attrs, textContent }) => [attrs['kind'], textContent])).toEqual([['NOTE', '']])
    expect(slashMenu(view.state)).toBeNull()
    view.binding.undo()
    expect(blocks(view).map(({ attrs, textContent }) => [attrs['kind'], textContent])).toEqual([['BODY', '/note']])
  })

  it('puts a table in the place of the paragraph', () => {
    const view = start()
    run(view, openSlash)
    type(view, 'table')
    run(view, choose())
    expect(blocks(view).map(({ type: { name } }) => name)).toEqual(['frame'])
    expect(document.violations(view.binding.doc, view.state.doc)).toEqual([])
  })

  it('opens what is written in a popover', () => {
    const view = start()
    run(view, openSlash)
    type(view, 'equation')
    run(view, choose())
    expect(openThing(view.state)).toEqual({ kind: 'equation', pos: null })
    expect(blocks(view)[0]!.textContent).toBe('')
  })

  it('begins in a paragraph of its own when the caret stands among words', () => {
    const view = start('words')
    run(view, openSlash)
    expect(blocks(view).map(({ textContent }) => textContent)).toEqual(['words', '/'])
  })

  it('is gone when words are typed that nothing is called by, or the sign is taken away', () => {
    const view = start()
    run(view, openSlash)
    type(view, 'and/or what')
    expect(slashMenu(view.state)).toBeNull()
    const other = start()
    run(other, openSlash)
    other.dispatch(other.state.tr.delete(other.state.selection.from - 1, other.state.selection.from))
    expect(slashMenu(other.state)).toBeNull()
  })
})
