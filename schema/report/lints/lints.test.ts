import { describe, expect, it } from '@jest/globals'
import type { Node } from 'prosemirror-model'
import { aCleanReport, aReport, cite, equation, figure, para, refer, table, withSlot } from '../testing.js'
import { draftsOf, templateIds, templates } from '../templates.js'
import { lintCodes, lintsOf, type CitedItem, type LintOptions } from './index.js'

const codes = (doc: Node, options?: LintOptions) =>
  lintsOf(doc, options).map(({ code, clause, args }) => [code, clause, ...Object.values(args)].filter((x) => x !== ''))

const aKnown = (state: CitedItem['state'], by?: string): CitedItem => ({
  designation: 'ISO',
  title: null,
  publishedOn: null,
  state,
  successor: by ? { slug: 'by', designation: by } : null,
})

const body = (...blocks: (Node | string)[]) => aCleanReport({ id: 'body', title: 'Body', body: blocks })

describe('the checks of a report', () => {
  it('find nothing to put right in a clean report', () => {
    expect(codes(body('Plain words.'))).toEqual([])
  })

  it('[ST-1] a report without one of its places misses it; one that has to be filled and is empty is an error, clauses 2 to 5 say None. by themselves', () => {
    const doc = aReport({ id: 's', kind: 'SCOPE', title: 'Scope' }, { id: 'b', title: 'Body', body: ['Words.'] })
    const found = codes(doc)
    for (const kind of ['SUMMARY', 'KEYWORDS', 'REFERENCES', 'DEFINITIONS', 'ABBREVIATIONS', 'CONVENTIONS'])
      expect(found).toContainEqual(['SLOT_MISSING', null, kind])
    expect(found).toContainEqual(['SLOT_EMPTY', 's', 'SCOPE'])
    expect(codes(withSlot(body('x'), 'conventions'))).toEqual([])
  })

  it('[ST-1, ST-4] clause 2 is full as soon as something is cited as a reference', () => {
    expect(codes(withSlot(body(para(['See ', cite('ITU-T L.1410')])), 'references'))).toEqual([])
  })

  it('[ST-1] a stored None. beside words or a list is one too many; alone it says what would be said anyway', () => {
    expect(codes(withSlot(body('x'), 'conventions', 'None.'))).toEqual([])
    expect(codes(withSlot(body('x'), 'conventions', 'Words.', 'None'))).toEqual([['NONE_BESIDE_WORDS', 'conventions']])
    const citing = body(para(['See ', cite('ITU-T L.1410')]))
    expect(codes(withSlot(citing, 'references', 'None.'))).toEqual([['NONE_BESIDE_WORDS', 'references']])
  })

  it('[ST-4] what is cited for the bibliography needs one to stand in', () => {
    const cites = { id: 'b', body: [para(cite('ISO 1', { use: 'BIBLIOGRAPHY' }))] }
    expect(codes(aCleanReport(cites))).toEqual([['SLOT_MISSING', null, 'BIBLIOGRAPHY']])
    expect(codes(aCleanReport(cites, { id: 'z', kind: 'BIBLIOGRAPHY', title: 'Bibliography' }))).toEqual([])
  })

  it('[ST-1] places stand once, and in their order; every clause has a title', () => {
    const doc = aCleanReport(
      { id: 'scope2', kind: 'SCOPE', title: 'Scope', body: ['Again.'] },
      { id: 'intro', kind: 'INTRODUCTION', title: 'Introduction', body: ['Late.'] },
      { id: 'untitled', title: '', body: ['Words.'] },
    )
    expect(codes(doc)).toEqual([
      ['SLOT_TWICE', 'scope2', 'SCOPE'],
      ['SLOT_OUT_OF_ORDER', 'intro', 'INTRODUCTION'],
      ['TITLE_MISSING', 'untitled', '7'],
    ])
  })

  it('[ST-1] keywords are in alphabetical order', () => {
    expect(codes(withSlot(body('x'), 'keywords', 'water, carbon'))).toEqual([
      ['KEYWORDS_OUT_OF_ORDER', 'keywords', 'carbon', 'water'],
    ])
  })

  it('[ST-3] a term is lower-case, has a colon and a full stop, stands once, in order, and does not define itself', () => {
    const term = (text: string) => para(text, { kind: 'TERM' })
    const doc = withSlot(
      body('x'),
      'definitions',
      term('water use: amount of water taken.'),
      term('Carbon: an element.'),
      term('no colon'),
      term('model: a model of something.'),
      term('water use: again'),
    )
    expect(codes(doc)).toEqual([
      ['TERM_WITH_CAPITAL', 'definitions', 'Carbon'],
      ['TERMS_OUT_OF_ORDER', 'definitions', 'Carbon', 'water use'],
      ['TERM_WITHOUT_COLON', 'definitions'],
      ['TERM_CIRCULAR', 'definitions', 'model'],
      ['TERM_WITHOUT_FULL_STOP', 'definitions', 'water use'],
      ['TERM_TWICE', 'definitions', 'water use'],
    ])
  })

  it('[ST-4] a work cited as a reference only in an appendix is an error; in the body or the bibliography it is none', () => {
    const appendix = (...blocks: Node[]) =>
      aCleanReport(
        { id: 'b', body: ['x'] },
        { id: 'app', kind: 'APPENDIX', body: blocks },
        { id: 'z', kind: 'BIBLIOGRAPHY', title: 'Bibliography' },
      )
    expect(codes(appendix(para([cite('ISO 1')])))).toEqual([['CITED_ONLY_IN_APPENDIX', 'app', 'ISO 1']])
    expect(codes(appendix(para([cite('ISO 1', { use: 'BIBLIOGRAPHY' })])))).toEqual([])
    expect(
      codes(
        aCleanReport(
          { id: 'b', body: [para([cite('ISO 1')])] },
          { id: 'app', kind: 'APPENDIX', body: [para([cite('ISO 1')])] },
        ),
      ),
    ).toEqual([])
  })

  it('[ST-4] every clause that cites a superseded, withdrawn or unpublished item is flagged', () => {
    const items: LintOptions['items'] = new Map([
      ['iso-1', aKnown('SUPERSEDED', 'ISO 2')],
      ['iso-3', aKnown('WITHDRAWN')],
      ['iso-4', aKnown('IN_DEVELOPMENT')],
      ['iso-5', aKnown('PUBLISHED')],
    ])
    const doc = aCleanReport(
      { id: 'a', body: [para([cite('ISO 1'), cite('ISO 3'), cite('ISO 5')]), para([cite('ISO 1')])] },
      { id: 'b', body: [para([cite('ISO 1'), cite('ISO 4')])] },
    )
    expect(codes(doc, { items })).toEqual([
      ['CITATION_SUPERSEDED', 'a', 'ISO 1', 'ISO 2', 'yes'],
      ['CITATION_WITHDRAWN', 'a', 'ISO 3', 'no'],
      ['CITATION_SUPERSEDED', 'b', 'ISO 1', 'ISO 2', 'yes'],
      ['CITATION_UNPUBLISHED', 'b', 'ISO 4'],
    ])
  })

  it('[ST-6] a table or figure has a caption on its side and is mentioned, by reference or in words', () => {
    expect(codes(body(table('Energy', 'a1'), para(['See ', refer('a1')])))).toEqual([])
    expect(codes(body(table('Energy'), 'As Tables 1 and 2 show.', table('Water')))).toEqual([])
    expect(codes(body(table(''), figure('Flow', 'f1', '')))).toEqual([
      ['FRAME_WITHOUT_CAPTION', 'body', 'TABLE', '1'],
      ['FRAME_NOT_MENTIONED', 'body', 'TABLE', '1'],
      ['FRAME_NOT_MENTIONED', 'body', 'FIGURE', '1'],
      ['PICTURE_WITHOUT_WORDS', 'body'],
    ])
    expect(codes(body(table('Energy'), 'See Table 11.'))).toEqual([['FRAME_NOT_MENTIONED', 'body', 'TABLE', '1']])
  })

  it('[ST-7, ST-8] "shall" binds only in the body and normative annexes of a specification, and never in a note', () => {
    const doc = aCleanReport(
      {
        id: 'body',
        body: [
          'It shall be measured.',
          para('It must not.', { kind: 'NOTE' }),
          para('"You shall."', { kind: 'QUOTATION' }),
        ],
      },
      { id: 'annex', kind: 'ANNEX', body: ['It shall.'] },
      { id: 'informative', kind: 'ANNEX', informative: true, body: ['It shall.'] },
      { id: 'app', kind: 'APPENDIX', body: ['It may not be so. Shallow mustard.'] },
    )
    expect(codes(doc, { type: 'SPECIFICATION' })).toEqual([
      ['SHALL_IN_NOTE', 'body', 'must'],
      ['SHALL_IN_INFORMATIVE', 'informative', 'shall'],
      ['MAY_NOT', 'app'],
    ])
    expect(codes(doc).map(([code, clause]) => [code, clause])).toEqual([
      ['SHALL_IN_INFORMATIVE', 'body'],
      ['SHALL_IN_NOTE', 'body'],
      ['SHALL_IN_INFORMATIVE', 'annex'],
      ['SHALL_IN_INFORMATIVE', 'informative'],
      ['MAY_NOT', 'app'],
    ])
  })

  it('[ST-9] an abbreviation is listed once, in order, used, and expanded where it is used first', () => {
    const entry = (text: string) => para(text, { kind: 'ABBREVIATION' })
    const doc = withSlot(
      body('A PUE and a graphics processing unit (GPU), then GPU, ISO 14040, LCA and MHz. In IV and A1.'),
      'abbreviations',
      entry('PUE: power usage effectiveness'),
      entry('GPU: graphics processing unit'),
      entry('WUE: water usage effectiveness'),
      entry('WUE: again'),
      entry('nothing'),
    )
    expect(codes(doc)).toEqual([
      ['ABBREVIATIONS_OUT_OF_ORDER', 'abbreviations', 'GPU', 'PUE'],
      ['ABBREVIATION_UNUSED', 'abbreviations', 'WUE'],
      ['ABBREVIATION_TWICE', 'abbreviations', 'WUE'],
      ['ABBREVIATION_UNUSED', 'abbreviations', 'WUE'],
      ['ABBREVIATION_WITHOUT_COLON', 'abbreviations'],
      ['ABBREVIATION_NOT_EXPANDED', 'body', 'PUE', 'power usage effectiveness'],
      ['ABBREVIATION_NOT_LISTED', 'body', 'LCA'],
      ['ABBREVIATION_NOT_LISTED', 'body', 'A1'],
    ])
  })

  it("[ST-12] no editor's note is left", () => {
    expect(codes(body(para('To be done.', { kind: 'EDITOR_NOTE' })))).toEqual([['EDITOR_NOTE_LEFT', 'body']])
  })

  it('[ST-13] the outer of two nested lists is numbered or lettered', () => {
    const item = (list: string, indent: number) => para('item', { list, indent })
    expect(codes(body(item('BULLET', 0), item('BULLET', 1), item('BULLET', 1)))).toEqual([
      ['NESTED_LIST_BULLETED', 'body'],
    ])
    expect(codes(body(item('NUMBER', 0), item('BULLET', 1), 'text', item('BULLET', 0)))).toEqual([])
  })

  it('[ST-14] a cross-reference to something that is gone is broken', () => {
    const doc = body(
      para([refer('gone'), refer('body', 'CLAUSE'), refer('e1', 'EQUATION'), refer('no', 'CLAUSE')]),
      equation('x', 'e1'),
    )
    expect(codes(doc)).toEqual([
      ['REFERENCE_BROKEN', 'body'],
      ['REFERENCE_BROKEN', 'body'],
    ])
  })

  it("[ST-15] another group's name is no part of our text", () => {
    expect(codes(body('FG-AN and FG-OURS.'), { ownNames: ['FG-Ours'] })).toContainEqual([
      'OTHER_GROUP',
      'body',
      'FG-AN',
    ])
  })

  it('every code names its rule, and a plain text is spared what only reports have', () => {
    for (const { rule } of Object.values(lintCodes)) expect(rule).toMatch(/^(ST-\d+|WT-6)$/)
    expect(codes(aReport({ id: 'a', body: ['It shall be.'] }), { type: 'PLAIN' })).toEqual([])
    for (const id of templateIds) expect(draftsOf(id)).toHaveLength(templates[id].clauses.length)
  })
})
