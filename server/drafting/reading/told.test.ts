import { expect, it } from '@jest/globals'
import { schema } from '../../../schema/document/schema.js'
import { aReport, cite, equation, figure, para, refer, table } from '../../../schema/report/testing.js'
import type { NodeJson } from './node-json.js'
import { Teller } from './told.js'

const toldIn = (node: NodeJson): unknown[] => [
  ...(node.attrs?.['told'] === undefined ? [] : [node.attrs['told']]),
  ...(node.content ?? []).flatMap(toldIn),
]

it('[CL-15, ST-5] tells numbers, formulas and where cross-references lead, and leaves the text as it is', () => {
  const doc = aReport(
    {
      id: 'a',
      body: [table('T', 't1'), para([refer('t1'), refer('b', 'CLAUSE'), refer('gone')]), equation('x', 'e1')],
    },
    { id: 'b', kind: 'ANNEX', body: [figure('F', 'f1'), para([refer('e1', 'EQUATION'), cite('ISO 1')])] },
  )
  const before = JSON.stringify(doc.toJSON())
  const teller = new Teller(doc, { type: 'REPORT', labels: 'CONTINUOUS' }, (tex, isDisplay) => ({ tex, isDisplay }))
  const told = doc.children.flatMap((clause) =>
    toldIn(teller.clause(String(clause.attrs['id']), clause.toJSON() as NodeJson)),
  )
  expect(told).toEqual([
    { kind: 'TABLE', number: '1', at: 'a-0' },
    { kind: 'TABLE', number: '1', clause: 'a', at: 'a-0' },
    { kind: 'ANNEX', number: 'A', clause: 'b' },
    {},
    { number: '6-1', at: 'a-2', math: { tex: 'x', isDisplay: true } },
    { type: 'REPORT', lead: 'ANNEX' },
    { kind: 'FIGURE', number: 'A.1', at: 'b-0' },
    { kind: 'EQUATION', number: '6-1', clause: 'a', at: 'a-2' },
  ])
  expect(JSON.stringify(doc.toJSON())).toBe(before)
})

it('[GE-1, GE-2] tells the works of a list with the clauses that cite them, and where there is nothing', () => {
  const doc = aReport(
    { id: 'r', kind: 'REFERENCES' },
    { id: 'n', kind: 'CONVENTIONS' },
    { id: 'b', title: 'Water', body: [para([cite('ISO 2'), cite('ISO 1'), cite('ISO 3', { item: '' })])] },
    { id: 'c', level: 2, title: 'Towers', body: [para([cite('ISO 1')])] },
  )
  const teller = new Teller(doc, { type: 'REPORT', labels: 'CONTINUOUS' }, () => null)
  const told = (id: string) => teller.clause(id, { type: 'clause', content: [] }).attrs?.['told']
  const b = { id: 'b', level: 1, number: '6', series: 'BODY', title: 'Water' }
  const c = { id: 'c', level: 2, number: '6.1', series: 'BODY', title: 'Towers' }
  expect(told('r')).toEqual({
    type: 'REPORT',
    lead: 'REFERENCES',
    list: [
      { key: 'ISO 1', item: 'iso-1', use: 'REFERENCE', citedIn: [b, c] },
      { key: 'ISO 2', item: 'iso-2', use: 'REFERENCE', citedIn: [b] },
      { key: 'ISO 3', item: '', use: 'REFERENCE', citedIn: [b] },
    ],
  })
  expect(told('n')).toEqual({ type: 'REPORT', isNone: true })
  expect(told('b')).toBeUndefined()
  expect(teller.cited).toEqual(['iso-2', 'iso-1'])
})

it('[TH-5] tells of a cross-reference to another text where it leads, and takes no clause of its own for it', () => {
  const elsewhere = (document: string) => schema.nodes['reference']!.create({ to: 'a', document })
  const doc = aReport({ id: 'a', body: [para([elsewhere('t1'), elsewhere('t2'), elsewhere('t1')])] })
  const teller = new Teller(doc, { type: 'REPORT', labels: 'CONTINUOUS' }, () => null)
  expect(toldIn(teller.clause('a', doc.child(0).toJSON() as NodeJson))).toEqual([{}, {}, {}])
  expect(teller.elsewhere).toEqual([
    { document: 't1', clause: 'a' },
    { document: 't2', clause: 'a' },
  ])
})
