import { describe, expect, it } from '@jest/globals'
import type { Node } from 'prosemirror-model'
import * as Y from 'yjs'
import { violations } from '#schema/document/index.js'
import { lintsOf, type LintCode, type LintOptions } from '#schema/report/index.js'
import { aCleanReport, cite, para, refer, table, withSlot } from '../../schema/report/testing.js'
import { HeadlessView } from '../harness/headless-view.js'
import { fixOf } from '../../client/editor/lints/index.js'

const body = (...blocks: (Node | string)[]) => aCleanReport({ id: 'body', title: 'Body', body: blocks })
const entry = (kind: string) => (text: string) => para(text, { kind })
const [term, abbreviation, item] = [
  entry('TERM'),
  entry('ABBREVIATION'),
  (list: string, indent: number) => para('item', { list, indent }),
]

/** The text in an editor that is bound to a shared text. */
function editorOf(doc: Node) {
  const view = new HeadlessView(new Y.Doc({ gc: false }))
  view.dispatch(view.state.tr.insert(0, doc.content))
  return view
}

/** For each fix a text that needs it, and what stands there afterwards. */
const cases: readonly [LintCode, Node, string, LintOptions?][] = [
  ['NONE_BESIDE_WORDS', withSlot(body('x'), 'conventions', 'Words.', 'None.'), 'Words.'],
  ['KEYWORDS_OUT_OF_ORDER', withSlot(body('x'), 'keywords', 'water, carbon, energy.'), 'carbon, energy, water.'],
  ['TERM_WITH_CAPITAL', withSlot(body('x'), 'definitions', term('Carbon: an element.')), 'carbon: an element.'],
  ['TERM_WITHOUT_FULL_STOP', withSlot(body('x'), 'definitions', term('carbon: an element')), 'carbon: an element.'],
  [
    'TERMS_OUT_OF_ORDER',
    withSlot(body('x'), 'definitions', term('b: one.'), term('c: two.'), term('a: three.')),
    'a: three.b: one.c: two.',
  ],
  [
    'ABBREVIATIONS_OUT_OF_ORDER',
    withSlot(body('GPU (the g p) and AI (the a i).'), 'abbreviations', abbreviation('GPU: g'), abbreviation('AI: a')),
    'AI: aGPU: g',
  ],
  ['ABBREVIATION_NOT_LISTED', body('LCA (life cycle assessment).'), 'LCA: '],
  [
    'ABBREVIATION_NOT_EXPANDED',
    withSlot(body('With LCA.'), 'abbreviations', abbreviation('LCA: life cycle assessment')),
    'With life cycle assessment (LCA).',
  ],
  [
    'CITED_ONLY_IN_APPENDIX',
    aCleanReport({ id: 'b', body: ['x'] }, { id: 'app', kind: 'APPENDIX', body: [para(['As ', cite('ISO 1')])] }),
    '[b-ISO 1]',
  ],
  ['MAY_NOT', body('It May not be.'), 'It Need not be.'],
  ['EDITOR_NOTE_LEFT', body('x', para('To do.', { kind: 'EDITOR_NOTE' })), 'x'],
  [
    'DOUBLED',
    body('The same words stand here twice.', 'The same words stand here twice.'),
    'BodyThe same words stand here twice.',
  ],
  [
    'DOUBLED_CLAUSE',
    aCleanReport(
      { id: 'a', title: 'First', body: ['One.', 'Second', 'Words that somebody joined.'] },
      { id: 'b', title: 'Second', body: ['Words that somebody joined.'] },
    ),
    'FirstOne.SecondWords that somebody joined.',
  ],
  ['NESTED_LIST_BULLETED', body(item('BULLET', 0), item('BULLET', 1), item('BULLET', 0)), 'item'],
  ['REFERENCE_BROKEN', body(para(['See ', refer('gone'), '.'])), 'See .'],
  ['CAPTION_MISPLACED', body(withCaptionBelow(), para(refer('t1'))), 'Energy'],
  ['SLOT_MISSING', withoutSlot('scope'), 'Scope'],
]

function withCaptionBelow(): Node {
  const frame = table('Energy', 't1')
  return frame.type.create(frame.attrs, frame.children.toReversed())
}

function withoutSlot(id: string): Node {
  const doc = body('x')
  return doc.type.create(
    null,
    doc.children.filter(({ attrs }) => attrs['id'] !== id),
  )
}

describe('what one key puts right', () => {
  it.each(cases.map(([code], i) => [code, i] as const))('%s', (code, number) => {
    const [, doc, expected, options] = cases[number]!
    const view = editorOf(doc)
    const [found] = lintsOf(view.state.doc, options).filter((lint) => lint.code === code)
    expect(found).toBeDefined()
    const before = view.state.doc
    expect(fixOf(found!)!(view.state, (tr) => view.dispatch(tr))).toBe(true)
    expect(lintsOf(view.state.doc, options).map((lint) => lint.code)).not.toContain(code)
    expect(view.state.doc.textContent).toContain(expected)
    expect(violations(view.binding.doc, view.state.doc)).toEqual([])
    // One step of undo.
    view.binding.undo()
    expect(view.state.doc.textContent).toBe(before.textContent)
  })

  it('does nothing when the text has changed under it', () => {
    const view = editorOf(body('It may not be.'))
    const [found] = lintsOf(view.state.doc)
    view.dispatch(view.state.tr.delete(0, view.state.doc.content.size))
    expect(fixOf(found!)!(view.state, (tr) => view.dispatch(tr))).toBe(false)
  })
})
