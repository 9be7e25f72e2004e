import { expect, it } from '@jest/globals'
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
    { kind: 'TABLE', number: '1' },
    { kind: 'TABLE', number: '1', clause: 'a' },
    { kind: 'ANNEX', number: 'A', clause: 'b' },
    {},
    { number: '6-1', math: { tex: 'x', isDisplay: true } },
    { kind: 'FIGURE', number: 'A.1' },
    { kind: 'EQUATION', number: '6-1', clause: 'a' },
  ])
  expect(JSON.stringify(doc.toJSON())).toBe(before)
})
