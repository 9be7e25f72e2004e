import { describe, expect, it } from '@jest/globals'
import { labelsOf } from './labels.js'
import { citationsOf, referenceList } from './references.js'
import { reportOf } from './report.js'
import { aReport, cite, equation, figure, para, table } from './testing.js'

const doc = aReport(
  { id: 'scope', kind: 'SCOPE', body: [para('one', { kind: 'NOTE' }), figure('Flow')] },
  {
    id: 'b6',
    body: [
      table('T', 't1', para('in the table', { kind: 'NOTE' })),
      para('a', { kind: 'NOTE' }),
      para('b', { kind: 'NOTE' }),
    ],
  },
  {
    id: 'b61',
    level: 2,
    body: [equation('x'), para('r', { kind: 'REQUIREMENT', anchor: 'r1' }), para('s', { kind: 'REQUIREMENT' })],
  },
  { id: 'b7', body: [table('U'), equation('y')] },
  { id: 'A', kind: 'ANNEX', body: [table('V'), figure('G'), equation('z')] },
  { id: 'I', kind: 'APPENDIX', body: [table('W'), table('X')] },
)
const told = (mode?: 'CONTINUOUS' | 'BY_CLAUSE') =>
  labelsOf(reportOf(doc, 'SPECIFICATION'), mode).map(({ kind, number, clause }) => `${clause} ${kind} ${number}`.trim())

describe('numbers of tables, figures, equations and notes', () => {
  it('[ST-5] run through the body and begin anew in annexes and appendices; equations carry their clause', () => {
    expect(told().filter((label) => !label.includes('NOTE'))).toEqual([
      'scope FIGURE 1',
      'b6 TABLE 1',
      'b61 EQUATION 6-1',
      'b61 REQUIREMENT 6.1-1',
      'b61 REQUIREMENT 6.1-2',
      'b7 TABLE 2',
      'b7 EQUATION 7-1',
      'A TABLE A.1',
      'A FIGURE A.1',
      'A EQUATION A-1',
      'I TABLE I.1',
      'I TABLE I.2',
    ])
  })

  it('[ST-5] carry their clause in long texts', () => {
    expect(told('BY_CLAUSE').filter((label) => /TABLE|FIGURE/.test(label))).toEqual([
      'scope FIGURE 1-1',
      'b6 TABLE 6-1',
      'b7 TABLE 7-1',
      'A TABLE A.1',
      'A FIGURE A.1',
      'I TABLE I.1',
      'I TABLE I.2',
    ])
  })

  it('[ST-7] a single note has no number, several begin anew in each clause, and those of a table are counted apart', () => {
    expect(told().filter((label) => label.includes('NOTE'))).toEqual([
      'scope NOTE',
      'b6 NOTE',
      'b6 NOTE 1',
      'b6 NOTE 2',
    ])
  })
})

describe('lists of references', () => {
  it('[ST-4] list each cited work once, sorted as names with numbers are, apart for clause 2 and the bibliography', () => {
    const citing = aReport(
      { id: 'a', body: [para([cite('ITU-T L.1470'), cite('ITU-T L.1410'), cite('ISO 9', { use: 'BIBLIOGRAPHY' })])] },
      { id: 'b', body: [para([cite('itu-t L.1410'), cite('ITU-T L.140')])] },
    )
    const citations = citationsOf(reportOf(citing))
    expect(referenceList(citations, 'REFERENCE').map(({ key, citedIn }) => [key, ...citedIn])).toEqual([
      ['ITU-T L.140', 'b'],
      ['ITU-T L.1410', 'a', 'b'],
      ['ITU-T L.1470', 'a'],
    ])
    expect(referenceList(citations, 'BIBLIOGRAPHY').map(({ key }) => key)).toEqual(['ISO 9'])
  })
})
