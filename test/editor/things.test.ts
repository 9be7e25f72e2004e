/** Formulas, notes, citations, references, figures and boxes: their commands and labels, at a view without a screen. */
import { describe, expect, it } from '@jest/globals'
import type { Node } from 'prosemirror-model'
import { NodeSelection, Selection, TextSelection, type Command } from 'prosemirror-state'
import * as Y from 'yjs'
import * as document from '#schema/document/index.js'
import { aReport, equation, figure, para, refer, table } from '#schema/report/testing.js'
import { wordsFor } from '#schema/words/index.js'
import { EditorState } from 'prosemirror-state'
import { entryNames } from '../../client/editor/things/entry-names.js'
import { labels, drawnLabels } from '../../client/editor/things/labels.js'
import { openPlugin, openThing } from '../../client/editor/things/open-thing.js'
import { matching, targetsIn } from '../../client/editor/things/targets.js'
import {
  applyThing,
  insertFigure,
  referTo,
  removeThing,
  setKeyFigure,
  thingCommands,
  thingKeys,
} from '../../client/editor/things/thing-commands.js'
import { HeadlessView } from '../harness/headless-view.js'

const { schema } = document
const words = wordsFor('en')
const options = { words, type: 'REPORT' as const }

/** A view of one clause with these blocks, the caret in the first of them. */
function at(...blocks: Node[]): HeadlessView {
  const doc = new Y.Doc({ gc: false })
  document.stampVersion(doc)
  document.insertClauses(doc, { parent: null }, [{ title: 'One' }], { random: document.seeded(1) })
  const view = new HeadlessView(doc, { random: document.seeded(2) }, [openPlugin(), labels(options)])
  view.dispatch(view.state.tr.insert(view.state.doc.content.size - 1, blocks))
  view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(6), 1)))
  view.binding.stopCapturing()
  return view
}
const run = (view: HeadlessView, command: Command): boolean => command(view.state, (tr) => view.dispatch(tr))
const blocks = (view: HeadlessView): Node[] => view.state.doc.child(0).children.slice(1)
const end = (view: HeadlessView) => view.dispatch(view.state.tr.setSelection(Selection.atEnd(view.state.doc)))
const problems = (view: HeadlessView) => document.violations(view.binding.doc, view.state.doc)

describe('a thing in a text', () => {
  it.each([
    ['math', { tex: 'x^2' }],
    ['footnote', { note: 'As measured.' }],
    ['citation', { key: 'ITU-T L.1410', item: 'itu-t-l-1410', use: 'REFERENCE' }],
  ] as const)('[CL-11] is put in when it is applied, in one step: %s', (kind, attrs) => {
    const view = at(para('words'))
    end(view)
    expect(run(view, thingCommands[kind])).toBe(true)
    expect(openThing(view.state)).toEqual({ kind, pos: null })
    expect(blocks(view)[0]!.childCount).toBe(1)
    run(view, applyThing(openThing(view.state)!, attrs))
    expect(blocks(view)[0]!.lastChild).toMatchObject({ attrs })
    expect(openThing(view.state)).toBeNull()
    expect(problems(view)).toEqual([])
    view.binding.undo()
    expect(blocks(view)[0]!.childCount).toBe(1)
  })

  it('is opened by Enter when it is selected, changed in place, and removed', () => {
    const view = at(para(['a', schema.nodes['math']!.create({ tex: 'x' })]))
    const pos = view.state.selection.$from.end() - 1
    view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, pos)))
    run(view, thingKeys['Enter']!)
    expect(openThing(view.state)).toEqual({ kind: 'math', pos })
    view.dispatch(view.state.tr.insertText('bc', pos - 1))
    expect(openThing(view.state)).toEqual({ kind: 'math', pos: pos + 2 })
    run(view, applyThing(openThing(view.state)!, { tex: 'y' }))
    expect(blocks(view)[0]!.lastChild!.attrs['tex']).toBe('y')
    run(view, removeThing({ kind: 'math', pos: pos + 2 }))
    expect(blocks(view)[0]!.textContent).toBe('bca')
  })

  it('that somebody took away meanwhile is put in anew, so that what was typed is kept', () => {
    const view = at(para(['a', schema.nodes['math']!.create({ tex: 'x' })]))
    const pos = view.state.selection.$from.end() - 1
    view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, pos)))
    run(view, thingCommands.openSelected)
    view.dispatch(view.state.tr.delete(pos, pos + 1))
    run(view, applyThing(openThing(view.state)!, { tex: 'long work' }))
    expect(blocks(view)[0]!.lastChild!.attrs['tex']).toBe('long work')
  })

  it('does not stand in a title or in code', () => {
    const view = at(para('x', { kind: 'CODE' }))
    expect(run(view, thingCommands.math)).toBe(false)
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, 2)))
    expect(run(view, thingCommands.footnote)).toBe(false)
  })

  it('takes the place of an empty paragraph, and has an anchor from the beginning: equation, figure', () => {
    const view = at(para([]))
    run(view, thingCommands.equation)
    run(view, applyThing(openThing(view.state)!, { tex: 'E = mc^2' }))
    run(view, insertFigure({ file: 'f1', alt: 'A chart' }))
    expect(blocks(view).map(({ type, attrs }) => [type.name, attrs['anchor']])).toEqual([
      ['equation', expect.stringMatching(/^a/)],
      ['frame', expect.stringMatching(/^a/)],
    ])
    expect(view.state.selection.$head.parent.attrs['kind']).toBe('CAPTION')
    expect(problems(view)).toEqual([])
  })
})

describe('a cross-reference', () => {
  it('gives what it points to an anchor, in the same step, and keeps the one that is there', () => {
    const view = at(para('see '), table('Energy'), figure('Flow', 'old'))
    view.dispatch(
      view.state.tr.setSelection(
        TextSelection.create(view.state.doc, view.state.doc.child(0).child(0).nodeSize + 2 + 'see '.length),
      ),
    )
    const targets = targetsIn(view.state.doc, { type: 'REPORT', labels: 'CONTINUOUS' }, words)
    expect(targets.map(({ label, title }) => `${label}: ${title}`)).toEqual([
      'clause 6: One',
      'Table 1: Energy',
      'Figure 1: Flow',
    ])
    const [first] = matching(targets, 'table ener')
    run(view, thingCommands.reference)
    run(view, referTo(openThing(view.state)!, first!))
    const anchor = String(blocks(view)[1]!.attrs['anchor'])
    expect(anchor).toMatch(/^a\w{10}$/)
    expect(blocks(view)[0]!.lastChild!.attrs).toMatchObject({ target: 'FRAME', to: anchor })
    view.binding.undo()
    expect(blocks(view)[1]!.attrs['anchor']).toBe('')
    run(view, referTo({ kind: 'reference', pos: null }, matching(targets, 'flow')[0]!))
    expect(blocks(view)[2]!.attrs['anchor']).toBe('old')
  })
})

describe('boxes and code', () => {
  it('Enter makes a line end in code, and leaves it on an empty line; Mod+Enter leaves it at once', () => {
    const view = at(para('let x', { kind: 'CODE' }))
    end(view)
    run(view, thingKeys['Enter']!)
    view.dispatch(view.state.tr.insertText('let y'))
    run(view, thingKeys['Enter']!)
    run(view, thingKeys['Enter']!)
    view.dispatch(view.state.tr.insertText('words'))
    expect(blocks(view).map(({ textContent, attrs }) => [attrs['kind'], textContent])).toEqual([
      ['CODE', 'let x\nlet y'],
      ['BODY', 'words'],
    ])
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, 8)))
    run(view, thingKeys['Mod-Enter']!)
    expect(blocks(view)).toHaveLength(3)
    expect(problems(view)).toEqual([])
  })

  it('Shift+Enter breaks the line within a paragraph', () => {
    const view = at(para('ab'))
    end(view)
    run(view, thingKeys['Shift-Enter']!)
    view.dispatch(view.state.tr.insertText('c'))
    expect(blocks(view)[0]!.textContent).toBe('ab\nc')
  })

  it('a case study goes on with Enter until an empty paragraph; a key figure makes a call-out', () => {
    const view = at(para('a city', { kind: 'CASE_STUDY' }))
    end(view)
    run(view, thingKeys['Enter']!)
    expect(blocks(view).map(({ attrs }) => String(attrs['kind']))).toEqual(['CASE_STUDY', 'CASE_STUDY'])
    run(view, thingKeys['Enter']!)
    expect(blocks(view)[1]!.attrs['kind']).toBe('BODY')
    run(view, setKeyFigure('4.5 TWh'))
    expect(blocks(view)[1]!.attrs).toMatchObject({ kind: 'CALLOUT', keyFigure: '4.5 TWh' })
  })
})

describe('labels', () => {
  const shown = (state: EditorState): string[] =>
    drawnLabels(state)
      .find()
      .filter(({ spec }) => (spec as { label?: string }).label !== undefined)
      .sort((a, b) => a.from - b.from)
      .map(({ spec }) => (spec as { label: string }).label)
  const report = () =>
    aReport(
      { id: 'a', title: 'Scope', kind: 'SCOPE', body: [para('n', { kind: 'NOTE' }), para('m', { kind: 'NOTE' })] },
      {
        id: 'b',
        title: 'Body',
        body: [
          table('Energy', 't1'),
          para([
            'see ',
            refer('t1'),
            refer('gone'),
            refer('a', 'CLAUSE'),
            schema.nodes['footnote']!.create({ note: 'f' }),
          ]),
          equation('x', 'e1'),
        ],
      },
    )
  const state = (doc = report()) => EditorState.create({ doc, plugins: [labels(options)] })

  it('[CL-15, ST-5, ST-7] stand beside tables, notes, equations, references and footnotes, and are no part of the text', () => {
    expect(shown(state())).toEqual([
      'NOTE 1',
      'NOTE 2',
      'Table 1',
      'Table 1',
      'reference to something that is gone',
      'clause 1',
      '1',
      '(6-1)',
    ])
  })

  it('[CL-15] are moved along while words are written, and computed anew when what is numbered changes', () => {
    const before = state()
    const typed = before.apply(before.tr.insertText('words', before.doc.content.size - 5))
    expect(shown(typed)).toEqual(shown(before))
    const first = before.doc.child(0)
    const fewer = typed.apply(typed.tr.delete(first.nodeSize - 4, first.nodeSize - 1))
    expect(shown(fewer)[0]).toBe('NOTE')
    const gone = typed.apply(typed.tr.delete(0, first.nodeSize))
    expect(shown(gone)).toContain('reference to something that is gone')
    expect(shown(gone).filter((label) => label === 'clause 1')).toEqual([])
  })

  it('do not look at a report again for a key', () => {
    const clauses = Array.from({ length: 250 }, (_, i) => ({
      id: `c${i}`,
      title: `Clause ${i}`,
      body: [...Array.from({ length: 24 }, (__, j) => para(`words ${j}`)), table('T')],
    }))
    const start = state(aReport(...clauses))
    const held = drawnLabels(start).find()
    let now = start
    for (let i = 0; i < 20; i++) now = now.apply(now.tr.insertText('x', 30))
    // Decorations that were computed again would be other objects.
    const specs = new Set(held.map(({ spec }) => spec as unknown))
    expect(
      drawnLabels(now)
        .find()
        .every(({ spec }) => specs.has(spec)),
    ).toBe(true)
  })
})

describe('terms and abbreviations', () => {
  const names = (state: EditorState, plugin: ReturnType<typeof entryNames>) =>
    plugin
      .getState(state)!
      .find()
      .map(({ from, to }) => state.doc.textBetween(from, to, '', '?'))

  it('[ST-3] have their name drawn bold up to the colon, as it is written', () => {
    const plugin = entryNames()
    const doc = aReport(
      {
        body: [
          para('idle share: part of it', { kind: 'TERM' }),
          para('words: no entry'),
          para('AI', { kind: 'ABBREVIATION' }),
        ],
      },
      { body: [para('PUE: a ratio', { kind: 'ABBREVIATION' })] },
    )
    const state = EditorState.create({ doc, plugins: [plugin] })
    expect(names(state, plugin)).toEqual(['idle share', 'PUE'])
    const at = doc.child(0).nodeSize - 2
    const typed = state.apply(state.tr.insertText(': artificial', at))
    expect(names(typed, plugin)).toEqual(['idle share', 'AI', 'PUE'])
    const plain = typed.apply(typed.tr.setNodeAttribute(doc.child(0).child(0).nodeSize + 1, 'kind', 'BODY'))
    expect(names(plain, plugin)).toEqual(['AI', 'PUE'])
  })

  it('[GE-4] of clause 3 show their number, in the order of their names, as they are written', () => {
    const doc = aReport({
      kind: 'DEFINITIONS',
      body: [para('water: wet.', { kind: 'TERM' }), para('air: dry.', { kind: 'TERM' })],
    })
    const before = EditorState.create({ doc, plugins: [labels(options)] })
    const numbers = (state: EditorState) =>
      drawnLabels(state)
        .find()
        .sort((a, b) => a.from - b.from)
        .map(({ spec }) => (spec as { label: string }).label)
    expect(numbers(before)).toEqual(['3.2', '3.1'])
    const at = doc.child(0).child(0).nodeSize + 2
    expect(numbers(before.apply(before.tr.insertText('a', at)))).toEqual(['3.2', '3.1'])
    expect(numbers(before.apply(before.tr.insertText('aa ', at)))).toEqual(['3.1', '3.2'])
  })

  it('[ST-3] Enter makes the next entry, and in an empty one goes on with ordinary text', () => {
    const view = at(para('AI: artificial intelligence', { kind: 'ABBREVIATION' }))
    view.dispatch(view.state.tr.setSelection(Selection.atEnd(view.state.doc)))
    expect(run(view, thingKeys['Enter']!)).toBe(true)
    expect(blocks(view).map(({ attrs }) => attrs['kind'] as unknown)).toEqual(['ABBREVIATION', 'ABBREVIATION'])
    run(view, thingKeys['Enter']!)
    expect(blocks(view).map(({ attrs }) => attrs['kind'] as unknown)).toEqual(['ABBREVIATION', 'BODY'])
  })
})
