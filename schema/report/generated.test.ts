import { describe, expect, it } from '@jest/globals'
import type { Node } from 'prosemirror-model'
import { generatedOf, type Generated } from './generated.js'
import { reportOf, type ReportType } from './report.js'
import { aCleanReport, aReport, cite, para, withSlot, type ClauseSketch } from './testing.js'

/** What is generated in each clause, in few signs: lead line, keys of the list, "None.". */
const told = (doc: Node, type: ReportType = 'REPORT') =>
  Object.fromEntries(
    [...generatedOf(reportOf(doc, type))].map(([id, { lead, list, isNone }]: [string, Generated]) => [
      id,
      [lead ?? '', list.map(({ key }) => key).join(' '), isNone ? 'None.' : ''].join('|'),
    ]),
  )
const bibliography: ClauseSketch = { id: 'bibliography', kind: 'BIBLIOGRAPHY', title: 'Bibliography' }
const citing: ClauseSketch = {
  id: 'b',
  body: [para([cite('ITU-T L.1410'), cite('ISO 9', { use: 'BIBLIOGRAPHY' }), cite('ISO 10', { use: 'BIBLIOGRAPHY' })])],
}

describe('what a report says by itself', () => {
  it('[GE-1, ST-4] clause 2 lists what is cited as a reference, the bibliography what is cited for it', () => {
    expect(told(aCleanReport(citing, bibliography))).toMatchObject({
      references: 'REFERENCES|ITU-T L.1410|',
      bibliography: '|ISO 9 ISO 10|',
    })
  })

  it('[GE-2, ST-1] clauses 2 to 5 say None. where nothing stands in them, and only there', () => {
    const places = { references: '||None.', definitions: '||None.', abbreviations: '||None.', conventions: '||None.' }
    expect(told(aCleanReport({ id: 'b' }))).toEqual(places)
    expect(told(withSlot(aCleanReport({ id: 'b' }), 'conventions', para(' ')))).toEqual(places)
    const { conventions: _, ...others } = places
    expect(told(withSlot(aCleanReport({ id: 'b' }), 'conventions', 'Words.'))).toEqual(others)
    expect(told(withSlot(aCleanReport({ id: 'b' }), 'conventions', 'None.'))).toEqual(others)
    expect(told(aReport({ id: 'scope', kind: 'SCOPE' }, { id: 'b' }))).toEqual({})
  })

  it('[GE-2, GE-3] the first clause below 3 is for terms of others, the second for our own; each says None. for itself', () => {
    const below = (elsewhere: ClauseSketch['body'], here: ClauseSketch['body']) =>
      told(
        aReport(
          { id: '3', kind: 'DEFINITIONS' },
          { id: '31', level: 2, body: elsewhere ?? [] },
          { id: '32', level: 2, body: here ?? [] },
          { id: '33', level: 2, body: ['Anything.'] },
        ),
      )
    expect(below([], [para('a: b.', { kind: 'TERM' })])).toEqual({ '31': '||None.', '32': 'TERMS_HERE||' })
    expect(below(['x: y.'], [])).toEqual({ '31': 'TERMS_ELSEWHERE||', '32': '||None.' })
    // What somebody wrote by hand is not said twice.
    expect(below(['This report uses the following terms defined elsewhere:', 'x: y.'], ['z'])).toEqual({
      '32': 'TERMS_HERE||',
    })
  })

  it('[GE-3, ST-2] clause 4 and annexes and appendices have their line', () => {
    const doc = withSlot(
      aCleanReport({ id: 'A', kind: 'ANNEX' }, { id: 'A1', level: 2, kind: 'ANNEX' }, { id: 'I', kind: 'APPENDIX' }),
      'abbreviations',
      para('AI: artificial intelligence', { kind: 'ABBREVIATION' }),
    )
    expect(told(doc, 'SPECIFICATION')).toMatchObject({
      abbreviations: 'ABBREVIATIONS||',
      A: 'ANNEX||',
      I: 'APPENDIX||',
    })
    expect(told(doc)).not.toHaveProperty('A1')
  })

  it('[GE-3] a plain text has no such lines, but its lists', () => {
    const doc = aReport({ id: 'n', kind: 'CONVENTIONS' }, { id: 'A', kind: 'ANNEX' }, citing, bibliography)
    expect(told(doc, 'PLAIN')).toEqual({ bibliography: '|ISO 9 ISO 10|' })
  })
})
