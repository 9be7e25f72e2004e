import { describe, expect, it } from '@jest/globals'
import * as Y from 'yjs'
import {
  bodyOf,
  bringBack,
  clauseOf,
  deleteClause,
  insertClauses,
  paragraph,
  readDocument,
  schema,
  seeded,
  setForm,
  setClauseStatus,
  stampVersion,
  type ClauseDraft,
} from '#schema/document/index.js'
import { readText, textOfUpdates } from './read-text.js'

const aText = (...drafts: ClauseDraft[]) => {
  const doc = new Y.Doc({ gc: false })
  stampVersion(doc)
  const ids = insertClauses(doc, { parent: null }, drafts, { random: seeded(1) })
  return { doc, ids }
}

const report: ClauseDraft[] = [
  { title: 'Summary', attributes: { kind: 'SUMMARY' }, body: [paragraph('In short.')] },
  {
    title: 'Water',
    body: [paragraph('Cooling uses water.'), paragraph('Not everywhere.', { kind: 'NOTE' })],
    children: [{ title: 'At the site', attributes: { status: 'AGREED' } }],
  },
  { title: 'Forms', attributes: { kind: 'ANNEX' }, children: [{ title: 'Form 1' }] },
]

describe('reading a text', () => {
  it('[TF-1] takes the form that the text itself says, and the usual one where it says none', () => {
    const { doc } = aText(...report)
    const { form, clauses } = readText(doc, 'PLAIN')
    expect([form.type, clauses[0]!.number]).toEqual(['PLAIN', '1'])
    setForm(doc, { type: 'SPECIFICATION', labels: 'BY_CLAUSE' })
    const read = readText(doc, 'PLAIN')
    expect(read.form).toEqual({ type: 'SPECIFICATION', labels: 'BY_CLAUSE' })
    expect(read.clauses.map(({ number }) => number)).toEqual(['', '6', '6.1', 'A', 'A.1'])
  })

  it('[RD-1, CL-15] answers with its clauses, numbered, in plain words and as JSON', () => {
    const { clauses, words } = readText(aText(...report).doc, 'REPORT')
    expect(clauses.map(({ level, number, series, title }) => [level, number, series, title])).toEqual([
      [1, '', 'NONE', 'Summary'],
      [1, '6', 'BODY', 'Water'],
      [2, '6.1', 'BODY', 'At the site'],
      [1, 'A', 'ANNEX', 'Forms'],
      [2, 'A.1', 'ANNEX', 'Form 1'],
    ])
    expect(clauses[1]!.text).toBe('Cooling uses water.\nNot everywhere.')
    expect(clauses[2]).toMatchObject({ status: 'AGREED', kind: 'CLAUSE', text: '' })
    expect(JSON.parse(clauses[1]!.content)).toMatchObject({
      type: 'clause',
      attrs: { id: clauses[1]!.id },
      content: [{ type: 'clause_title' }, { type: 'para' }, { type: 'para', attrs: { kind: 'NOTE' } }],
    })
    expect(words).toBe(15)
  })

  it('leaves out defaults, so that the node is the same once it is read again', () => {
    const { doc } = aText(...report)
    const { clauses } = readText(doc, 'REPORT')
    expect(JSON.parse(clauses[1]!.content).content[1]).toEqual({
      type: 'para',
      content: [{ type: 'text', text: 'Cooling uses water.' }],
    })
    const again = clauses.map(({ content }) => schema.nodeFromJSON(JSON.parse(content)))
    expect(again.map((node) => node.toJSON() as unknown)).toEqual(readDocument(doc).toJSON().content)
  })

  it('[RD-1, CB-21, CL-12] reading writes nothing: no update, and the state vector is what it was', () => {
    const { doc } = aText(...report)
    const before = [Y.encodeStateVector(doc), Y.encodeStateAsUpdate(doc)]
    let updates = 0
    doc.on('update', () => (updates += 1))
    readText(doc, 'REPORT')
    readText(doc, 'PLAIN')
    expect([Y.encodeStateVector(doc), Y.encodeStateAsUpdate(doc), updates]).toEqual([...before, 0])
  })

  it('[RD-3] keeps the last words of a clause that was deleted, and forgets one that never had any', () => {
    const { doc, ids } = aText(...report, {})
    deleteClause(doc, ids[1]!)
    deleteClause(doc, ids.at(-1)!)
    const { clauses, deleted } = readText(doc, 'REPORT')
    expect(clauses.map(({ title }) => title)).toEqual(['Summary', 'At the site', 'Forms', 'Form 1'])
    expect(deleted).toMatchObject([
      { id: ids[1], number: '', title: 'Water', text: expect.stringContaining('Cooling') },
    ])
  })

  it('says whose words were brought back, and takes no other value for a person', () => {
    const { doc, ids } = aText(...report)
    const person = '01900000-0000-7000-8000-000000000001'
    bringBack(doc, [{ clause: ids[1]!, text: 'and heat', client: 7, clock: 1 }], () => person)
    bringBack(doc, [{ clause: ids[1]!, text: 'and noise', client: 8, clock: 1 }], () => "somebody'; --")
    expect(readText(doc, 'REPORT').clauses[1]!.rescuedBy).toEqual([person])
  })

  it('[MN-8] says who set the status of a clause, and takes no other value for a person', () => {
    const { doc, ids } = aText(...report)
    const person = '01900000-0000-7000-8000-000000000001'
    setClauseStatus(doc, ids[1]!, 'UNDER_DISCUSSION', { by: person })
    setClauseStatus(doc, ids[2]!, 'AGREED', { by: 'somebody' })
    expect(readText(doc, 'REPORT').clauses.map(({ status, statusBy }) => [status, statusBy])).toEqual([
      ['DRAFT', null],
      ['UNDER_DISCUSSION', person],
      ['AGREED', null],
      ['DRAFT', null],
      ['DRAFT', null],
    ])
  })

  it('treats what a newer program wrote as the default, and shows its words', () => {
    const { doc, ids } = aText({ title: 'Later', attributes: { kind: 'PREFACE', status: 7 } })
    bodyOf(clauseOf(doc, ids[0]!)!)!.insert(0, [
      Object.assign(new Y.XmlElement('figure')) as Y.XmlElement,
      new Y.XmlText('loose words'),
    ])
    const [clause] = readText(doc, 'PLAIN').clauses
    expect(clause).toMatchObject({
      kind: 'CLAUSE',
      status: 'DRAFT',
      number: '1',
      text: expect.stringContaining('loose'),
    })
  })

  it('leaves out an update that cannot be applied, whole', () => {
    const { doc } = aText(...report)
    const good = Y.encodeStateAsUpdate(doc)
    const bad = good.slice(0, good.length - 9)
    expect(readText(textOfUpdates([bad, good, new Uint8Array([9, 9, 9])]), 'REPORT').clauses).toHaveLength(5)
  })
})
