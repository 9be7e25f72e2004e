/** Pasting, at a view without a screen: what needs a browser is in things-in-browser.test.ts. */
import { describe, expect, it } from '@jest/globals'
import { Fragment, Slice } from 'prosemirror-model'
import { NodeSelection, Selection, TextSelection, type Command } from 'prosemirror-state'
import * as Y from 'yjs'
import * as document from '#schema/document/index.js'
import { para } from '#schema/report/testing.js'
import { wordsFor } from '#schema/words/index.js'
import {
  droppedSorts,
  isAtBoundary,
  markdownOffer,
  paste,
  pastePlain,
  takeMarkdown,
} from '../../client/editor/paste/index.js'
import { HeadlessView } from '../harness/headless-view.js'

function start(...body: string[]): HeadlessView {
  const doc = new Y.Doc({ gc: false })
  document.stampVersion(doc)
  const drafts = [{ title: 'One', body: body.map((text) => document.paragraph(text)) }]
  document.insertClauses(doc, { parent: null }, drafts, { random: document.seeded(1) })
  const view = new HeadlessView(doc, { random: document.seeded(2) }, [paste({ onDropped: () => {} })])
  view.dispatch(view.state.tr.setSelection(Selection.atEnd(view.state.doc)))
  view.binding.stopCapturing()
  return view
}
const run = (view: HeadlessView, command: Command) => command(view.state, (tr) => view.dispatch(tr))
const blocks = (view: HeadlessView) =>
  view.state.doc
    .child(0)
    .children.slice(1)
    .map(({ textContent }) => textContent)

describe('what is pasted', () => {
  it('[CL-11] is one step of undo, also when it is a thousand blocks', () => {
    const view = start('words')
    const pasted = Array.from({ length: 1000 }, (_, i) => para(`pasted ${i}`))
    view.dispatch(view.state.tr.replaceSelection(new Slice(Fragment.from(pasted), 1, 1)))
    expect(blocks(view)).toHaveLength(1000)
    expect(document.violations(view.binding.doc, view.state.doc)).toEqual([])
    view.binding.undo()
    expect(blocks(view)).toEqual(['words'])
  })

  it('as Markdown is offered as blocks, which are a step of their own', () => {
    const view = start('before ')
    run(view, pastePlain('# Title\n\n- a\n- b'))
    expect(blocks(view)).toEqual(['before # Title', '- a', '- b'])
    view.binding.stopCapturing()
    expect(run(view, takeMarkdown)).toBe(true)
    expect(blocks(view)).toEqual(['before Title', 'a', 'b'])
    expect(view.state.doc.child(0).lastChild!.attrs['list']).toBe('BULLET')
    expect(markdownOffer(view.state)).toBeNull()
    view.binding.undo()
    expect(blocks(view)).toEqual(['before # Title', '- a', '- b'])
  })

  it('as Markdown is left alone when somebody has written in it since', () => {
    const view = start('')
    run(view, pastePlain('- a\n- b'))
    view.dispatch(view.state.tr.insertText('x', view.state.selection.from - 1))
    expect(run(view, takeMarkdown)).toBe(false)
    expect(blocks(view)).toEqual(['- a', '- xb'])
  })

  it('brings clauses only where nothing is cut apart: at the end of a clause, or on a whole one', () => {
    expect(isAtBoundary(start('words', '').state)).toBe(true)
    expect(isAtBoundary(start('words').state)).toBe(false)
    const view = start('', 'words')
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, 7)))
    expect(isAtBoundary(view.state)).toBe(false)
    view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, 0)))
    expect(isAtBoundary(view.state)).toBe(true)
  })

  it('has words for all that may be left out', () => {
    for (const sort of droppedSorts) expect(wordsFor('en').has(`thing.dropped.${sort}`)).toBe(true)
  })
})
