import { describe, expect, it } from '@jest/globals'
import type { Node } from 'prosemirror-model'
import { TextSelection } from 'prosemirror-state'
import * as Y from 'yjs'
import { violations } from '#schema/document/index.js'
import { missingAbbreviations, reportOf } from '#schema/report/index.js'
import { collectAbbreviations, sortEntries } from '../../client/editor/entries/index.js'
import { aCleanReport, para, withSlot } from '../../schema/report/testing.js'
import { HeadlessView } from '../harness/headless-view.js'

const entry = (text: string, kind = 'ABBREVIATION') => para(text, { kind })
const using = (...words: string[]) => aCleanReport({ id: 'b', title: 'Body', body: words })

function editorOf(doc: Node) {
  const shared = new Y.Doc({ gc: false })
  const view = new HeadlessView(shared, { captureTimeoutMs: 0 })
  view.dispatch(view.state.tr.insert(0, doc.content))
  const linesOf = (kind: string) =>
    view.state.doc.children
      .find(({ attrs }) => attrs['kind'] === kind)!
      .children.slice(1)
      .map(({ textContent }) => textContent)
  const caretIn = (kind: string) => {
    let at = 0
    view.state.doc.forEach((clause, pos) => void (clause.attrs['kind'] === kind && (at = pos)))
    view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at + 2))))
  }
  return { view, shared, linesOf, caretIn }
}

describe('abbreviations of a text', () => {
  it('[GE-6] are those that it expands where it uses them, and does not list', () => {
    const found = (...words: string[]) =>
      missingAbbreviations(reportOf(using(...words))).map(({ name, meaning }) => `${name}: ${meaning}`)
    expect(found('The Power Usage Effectiveness (PUE) is high.')).toEqual(['PUE: Power Usage Effectiveness'])
    expect(found('A life-cycle assessment (LCA) of the cost of ownership (COO).')).toEqual([
      'LCA: life-cycle assessment',
      'COO: cost of ownership',
    ])
    expect(found('GPU (graphics processing unit) and many graphics processing units (TPUs).')).toEqual([
      'GPU: graphics processing unit',
    ])
    expect(found('Just XYZ, some words (ABC), and the ISO (ISO).')).toEqual([])
    expect(
      missingAbbreviations(reportOf(withSlot(using('An energy unit (EU2).'), 'abbreviations', entry('EU2: x')))),
    ).toEqual([])
  })

  it('[GE-6] are put into clause 4 at their places, in one step of undo', () => {
    const doc = withSlot(
      using('Power usage effectiveness (PUE), artificial intelligence (AI), life cycle assessment (LCA).'),
      'abbreviations',
      entry('GHG: greenhouse gas'),
      entry('WUE: water usage effectiveness'),
    )
    const { view, shared, linesOf } = editorOf(doc)
    expect(collectAbbreviations(view.state, (tr) => view.dispatch(tr))).toBe(true)
    expect(linesOf('ABBREVIATIONS')).toEqual([
      'AI: artificial intelligence',
      'GHG: greenhouse gas',
      'LCA: life cycle assessment',
      'PUE: Power usage effectiveness',
      'WUE: water usage effectiveness',
    ])
    expect(violations(shared, view.state.doc)).toEqual([])
    expect(collectAbbreviations(view.state)).toBe(false)
    view.binding.undo()
    expect(linesOf('ABBREVIATIONS')).toEqual(['GHG: greenhouse gas', 'WUE: water usage effectiveness'])
  })

  it('[GE-2, GE-6] take the place of None. and of an empty paragraph', () => {
    for (const held of ['None.', para([])]) {
      const { view, linesOf } = editorOf(withSlot(using('Artificial intelligence (AI).'), 'abbreviations', held))
      collectAbbreviations(view.state, (tr) => view.dispatch(tr))
      expect(linesOf('ABBREVIATIONS')).toEqual(['AI: Artificial intelligence'])
    }
  })
})

describe('sorting entries', () => {
  it('[GE-4] puts them in order with what follows each, in one step of undo', () => {
    const terms = [
      entry('water: a.', 'TERM'),
      para('On water.', { kind: 'NOTE' }),
      entry('carbon: b.', 'TERM'),
      entry('energy: c.', 'TERM'),
    ]
    const { view, linesOf, caretIn } = editorOf(withSlot(using('x'), 'definitions', 'Before.', ...terms))
    caretIn('DEFINITIONS')
    expect(sortEntries(view.state, (tr) => view.dispatch(tr))).toBe(true)
    expect(linesOf('DEFINITIONS')).toEqual(['Before.', 'carbon: b.', 'energy: c.', 'water: a.', 'On water.'])
    expect(sortEntries(view.state)).toBe(false)
    view.binding.undo()
    expect(linesOf('DEFINITIONS')).toEqual(['Before.', 'water: a.', 'On water.', 'carbon: b.', 'energy: c.'])
  })
})
