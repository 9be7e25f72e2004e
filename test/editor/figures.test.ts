/** Figures and keys, at a view without a screen. */
import { describe, expect, it } from '@jest/globals'
import type { Node } from 'prosemirror-model'
import { NodeSelection, Selection, TextSelection, type Command } from 'prosemirror-state'
import * as Y from 'yjs'
import * as document from '#schema/document/index.js'
import { figure, para, refer, table } from '#schema/report/testing.js'
import { wordsFor } from '#schema/words/index.js'
import { figureActions, figureCommands, figureKeys, frameHere } from '../../client/editor/things/frame-commands.js'
import { drawnLabels, labels } from '../../client/editor/things/labels.js'
import { openPlugin, openThing } from '../../client/editor/things/open-thing.js'
import { applyThing } from '../../client/editor/things/thing-commands.js'
import { HeadlessView } from '../harness/headless-view.js'

const words = wordsFor('en')

/** A view of one clause with these blocks. */
function at(...blocks: Node[]): HeadlessView {
  const doc = new Y.Doc({ gc: false })
  document.stampVersion(doc)
  document.insertClauses(doc, { parent: null }, [{ title: 'One' }], { random: document.seeded(1) })
  const view = new HeadlessView(doc, { random: document.seeded(2) }, [openPlugin(), labels({ words, type: 'REPORT' })])
  view.dispatch(view.state.tr.insert(view.state.doc.content.size - 1, blocks))
  view.binding.stopCapturing()
  return view
}
const run = (view: HeadlessView, command: Command): boolean => command(view.state, (tr) => view.dispatch(tr))
const place = (view: HeadlessView, test: (node: Node) => boolean): number => {
  let found = -1
  view.state.doc.descendants((node, pos) => void (found < 0 && test(node) && (found = pos)))
  return found
}
const choosePicture = (view: HeadlessView) =>
  view.dispatch(
    view.state.tr.setSelection(
      NodeSelection.create(
        view.state.doc,
        place(view, ({ type }) => type.name === 'image'),
      ),
    ),
  )
const caretIn = (view: HeadlessView, kind: string) => {
  const pos = place(view, ({ attrs }) => attrs['kind'] === kind)
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, pos + 1)))
}
const inFrame = ({ state }: HeadlessView): string[] =>
  state.doc
    .child(0)
    .children.find(({ type }) => type.name === 'frame')!
    .children.map(({ type, attrs, textContent }) =>
      type.name === 'para' ? `${attrs['kind']} ${textContent}` : type.name,
    )
const picture = ({ state }: HeadlessView) => {
  let found: Node | null = null
  state.doc.descendants((node) => void (node.type.name === 'image' && (found = node)))
  return found! as Node
}
const shown = ({ state }: HeadlessView) =>
  drawnLabels(state)
    .find()
    .sort((a, b) => a.from - b.from)
    .map(({ spec }) => String((spec as { label: unknown }).label))
const problems = (view: HeadlessView) => document.violations(view.binding.doc, view.state.doc)

describe('a figure', () => {
  it('[FG-1] is shown larger and smaller by keyboard, one step of undo each, and the picture stays chosen', () => {
    const view = at(figure('F', 'f1'))
    choosePicture(view)
    expect(run(view, figureKeys['Alt-Shift-ArrowRight']!)).toBe(true)
    expect(picture(view).attrs['width']).toBe(560)
    expect(view.state.selection).toBeInstanceOf(NodeSelection)
    view.binding.stopCapturing()
    run(view, figureKeys['Alt-Shift-ArrowLeft']!)
    expect(picture(view).attrs['width']).toBe(400)
    view.binding.undo()
    expect(picture(view).attrs['width']).toBe(560)
    expect(problems(view)).toEqual([])
  })

  it('[FG-1] has words for each entry of its menu, which works from the caption too, and nowhere else', () => {
    for (const id of figureActions) expect(words(`thing.figureAction.${id}`)).not.toBe('')
    const view = at(figure('F', 'f1'), para('after'))
    caretIn(view, 'CAPTION')
    expect(run(view, figureCommands.fullSize)).toBe(true)
    expect(picture(view).attrs['width']).toBe(4000)
    view.dispatch(view.state.tr.setSelection(Selection.atEnd(view.state.doc)))
    for (const id of figureActions) expect(run(view, figureCommands[id])).toBe(false)
  })

  it('[FG-2] keeps caption, anchor and what refers to it when its picture is replaced', () => {
    const view = at(figure('How it flows', 'f1'), para([refer('f1')]))
    choosePicture(view)
    run(view, figureCommands.changePicture)
    expect(openThing(view.state)).toMatchObject({ kind: 'image' })
    run(view, applyThing(openThing(view.state)!, { file: 'another', alt: 'Another' }))
    expect(picture(view).attrs).toMatchObject({ file: 'another', alt: 'Another' })
    expect(inFrame(view)).toEqual(['image', 'CAPTION How it flows'])
    expect(shown(view)).toEqual(['Figure 1', 'Figure 1'])
  })
})

describe('[FG-3] a key', () => {
  it('stands below the picture and above the caption; Enter makes the next line, and leaves an empty one for the caption', () => {
    const view = at(figure('F', 'f1'))
    caretIn(view, 'CAPTION')
    expect(run(view, figureCommands.addKey)).toBe(true)
    view.dispatch(view.state.tr.insertText('1 inlet'))
    expect(run(view, figureKeys['Enter']!)).toBe(true)
    view.dispatch(view.state.tr.insertText('2 outlet'))
    expect(inFrame(view)).toEqual(['image', 'KEY 1 inlet', 'KEY 2 outlet', 'CAPTION F'])
    // The word stands once, before the first line.
    expect(shown(view)).toEqual(['Key', 'Figure 1'])
    run(view, figureKeys['Enter']!)
    run(view, figureKeys['Enter']!)
    expect(inFrame(view)).toHaveLength(4)
    expect(view.state.selection.$head.parent.attrs['kind']).toBe('CAPTION')
    expect(problems(view)).toEqual([])
  })

  it('of a table stands below the table; a further line goes below those that are there', () => {
    const view = at(table('T', 't1'), para('after'))
    caretIn(view, 'CAPTION')
    run(view, figureCommands.addKey)
    view.dispatch(view.state.tr.insertText('a'))
    caretIn(view, 'CAPTION')
    run(view, figureCommands.addKey)
    view.dispatch(view.state.tr.insertText('b'))
    expect(inFrame(view)).toEqual(['CAPTION T', 'table', 'KEY a', 'KEY b'])
    run(view, figureKeys['Enter']!)
    run(view, figureKeys['Enter']!)
    expect(frameHere(view.state)).toBeNull()
    expect(view.state.selection.$head.parent.textContent).toBe('after')
  })

  it('goes away by Backspace while nothing stands in it', () => {
    const view = at(figure('F', 'f1'))
    caretIn(view, 'CAPTION')
    run(view, figureCommands.addKey)
    expect(run(view, figureKeys['Backspace']!)).toBe(true)
    expect(inFrame(view)).toEqual(['image', 'CAPTION F'])
    expect(run(view, figureKeys['Backspace']!)).toBe(false)
  })
})
