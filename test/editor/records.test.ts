/** Records in minutes, at a view without a screen. [RC-1, RC-2, RC-4] */
import { describe, expect, it } from '@jest/globals'
import { TextSelection, type Command } from 'prosemirror-state'
import * as Y from 'yjs'
import * as document from '#schema/document/index.js'
import { wordsFor } from '#schema/words/index.js'
import { leaveRecord, makeRecord, records, recordsIn, setFacts } from '../../client/editor/records/index.js'
import { openPlugin, openThing } from '../../client/editor/things/open-thing.js'
import { HeadlessView } from '../harness/headless-view.js'

const words = wordsFor('en')

function start(...body: Parameters<typeof document.paragraph>[]) {
  const doc = new Y.Doc({ gc: false })
  document.stampVersion(doc)
  const blocks = body.map((given) => document.paragraph(...given))
  document.insertClauses(doc, { parent: null }, [{ title: 'Decisions', body: blocks }], { random: document.seeded(1) })
  const asked: (readonly string[])[] = []
  const known = new Map<string, { name: string; href: null }>()
  const [plugin] = records({ words, known: (id) => known.get(id), onAsk: (names) => void asked.push(names) })
  const view = new HeadlessView(doc, { random: document.seeded(2) }, [plugin!, openPlugin()])
  return { doc, view, asked, known }
}
const run = (view: HeadlessView, command: Command) => command(view.state, (tr) => view.dispatch(tr))
/** Puts the caret into a block of the clause, after so many letters. */
function into(view: HeadlessView, block: number, letters = 0) {
  let at = 1
  for (let i = 0; i <= block; i += 1) at += view.state.doc.child(0).child(i).nodeSize
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at + 1 + letters)))
}
const shown = (view: HeadlessView) =>
  recordsIn(view.state.doc).map(({ kind, record, node }) => [kind, record, node.textContent])

describe('records in minutes', () => {
  it('[RC-1] makes a record of a paragraph, and asks at once whose it is where that matters', () => {
    const { doc, view } = start(['The scope is agreed.'], ['Write it down.'])
    into(view, 0)
    expect(run(view, makeRecord('DECISION'))).toBe(true)
    expect(openThing(view.state)).toBeNull()
    into(view, 1)
    run(view, makeRecord('ACTION'))
    expect(openThing(view.state)).toMatchObject({ kind: 'record' })
    run(view, setFacts({ outcome: 'IN_PROCESS', holder: 'The editor', due: '2026-12-01' }))
    expect(document.recordsOf(doc)).toMatchObject([
      { kind: 'DECISION', outcome: 'AGREED', text: 'The scope is agreed.' },
      { kind: 'ACTION', outcome: 'IN_PROCESS', holder: 'The editor', due: '2026-12-01' },
    ])
    const ids = document.recordsOf(doc).map(({ record }) => record)
    expect(new Set(ids).size).toBe(2)
  })

  it('[RC-2] gives a copy an id of its own, also one that stands before the original', () => {
    const { view } = start(['One.', { kind: 'DECISION', record: 'd1' }], ['Two.'])
    const copy = view.state.doc.child(0).child(1)
    view.dispatch(view.state.tr.insert(view.state.doc.child(0).child(0).nodeSize + 1, copy))
    const [first, second] = shown(view)
    expect(second).toEqual(['DECISION', 'd1', 'One.'])
    expect(first![1]).not.toBe('d1')
  })

  it('[RC-2] goes on in ordinary words after a record', () => {
    const { view } = start(['Agreed. So we go on.', { kind: 'DECISION', record: 'd1' }])
    into(view, 0, 8)
    run(view, leaveRecord)
    expect(shown(view)).toEqual([['DECISION', 'd1', 'Agreed. ']])
    expect(view.state.doc.child(0).child(2).attrs['kind']).toBe('BODY')
  })

  it('[RC-4] asks before a record that the group knows is deleted, and not for one that it does not', () => {
    const { view, asked, known } = start(
      ['One.', { kind: 'DECISION', record: 'd1' }],
      ['Two.', { kind: 'DECISION', record: 'd2' }],
    )
    known.set('d1', { name: 'Decision 12', href: null })
    const clause = view.state.doc.child(0)
    const second = 1 + clause.child(0).nodeSize + clause.child(1).nodeSize
    view.dispatch(view.state.tr.delete(second, second + clause.child(2).nodeSize))
    expect(shown(view)).toEqual([['DECISION', 'd1', 'One.']])
    expect(asked).toEqual([])
    const first = 1 + clause.child(0).nodeSize
    view.dispatch(view.state.tr.delete(first, first + clause.child(1).nodeSize))
    expect(shown(view)).toEqual([['DECISION', 'd1', 'One.']])
    expect(asked).toEqual([['Decision 12']])
  })

  it('[RC-4] does not ask for what somebody else deleted: that has happened', () => {
    const { doc, view, asked, known } = start(['One.', { kind: 'DECISION', record: 'd1' }], ['Two.'])
    known.set('d1', { name: 'Decision 12', href: null })
    const other = new Y.Doc({ gc: false })
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    const { clause } = document.recordsOf(other)[0]!
    document.bodyOf(document.clauseOf(other, clause)!)!.delete(0, 1)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    expect(shown(view)).toEqual([])
    expect(asked).toEqual([])
  })
})
