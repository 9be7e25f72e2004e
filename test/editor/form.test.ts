/** The form of a text in two editors: numbers, labels and what can be pointed to follow it, and nobody loses a place. */
import { describe, expect, it } from '@jest/globals'
import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import * as Y from 'yjs'
import * as document from '#schema/document/index.js'
import { table, para } from '#schema/report/testing.js'
import { wordsFor } from '#schema/words/index.js'
import { form, formIn } from '../../client/editor/form/index.js'
import { numbers, numbersOf } from '../../client/editor/numbers/index.js'
import { drawnLabels, formAt, labels } from '../../client/editor/things/labels.js'
import { targetsIn } from '../../client/editor/things/targets.js'
import { HeadlessView } from '../harness/headless-view.js'

const words = wordsFor('en')
const usual = { type: 'PLAIN', labels: 'CONTINUOUS' } as const

function person(text: Y.Doc, client: number) {
  const doc = new Y.Doc()
  doc.clientID = client
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(text))
  const plugin = form({ doc, usualType: 'PLAIN' })
  const view = new HeadlessView(doc, { random: document.seeded(client) }, [
    plugin,
    labels({ words, type: 'PLAIN' }),
    numbers({ type: 'PLAIN', label: ({ text: number }) => number }),
  ])
  // A view without a screen has no views of plugins: this one is made by hand.
  const watching = plugin.spec.view!(view as unknown as EditorView)
  return {
    doc,
    view,
    leave: () => watching.destroy?.(),
    look: () => watching.update?.(view as unknown as EditorView, view.state),
    get clauses() {
      return view.state.doc.children.map(({ attrs }) => numbersOf(view.state).get(String(attrs['id']))!.text)
    },
    get labels() {
      return drawnLabels(view.state)
        .find()
        .sort((a, b) => a.from - b.from)
        .map(({ spec }) => String((spec as { label: unknown }).label))
    },
    get targets() {
      return targetsIn(view.state.doc, formAt(view.state, usual), words).map(({ label }) => label)
    },
  }
}

function two() {
  const text = new Y.Doc()
  document.stampVersion(text)
  document.insertClauses(text, { parent: null }, [{ title: 'Scope', attributes: { kind: 'SCOPE' } }, { title: 'Body' }])
  const [anna, ben] = [person(text, 2), person(text, 3)]
  const exchange = () => {
    Y.applyUpdate(ben.doc, Y.encodeStateAsUpdate(anna.doc))
    Y.applyUpdate(anna.doc, Y.encodeStateAsUpdate(ben.doc))
  }
  const { tr } = anna.view.state
  anna.view.dispatch(tr.insert(tr.doc.content.size - 1, [para('words'), table('T', 't1')]))
  exchange()
  return { anna, ben, exchange }
}

describe('[TF-1] the form of a text', () => {
  it('numbers clauses and tables anew for everybody as soon as one chooses another, and leaves carets where they are', () => {
    const { anna, ben, exchange } = two()
    expect([ben.clauses, ben.labels]).toEqual([['1', '2'], ['Table 1']])
    ben.view.dispatch(ben.view.state.tr.setSelection(TextSelection.create(ben.view.state.doc, 4, 6)))
    const { selection, doc } = ben.view.state

    document.setForm(anna.doc, { type: 'REPORT', labels: 'BY_CLAUSE' })
    exchange()

    for (const { clauses, labels: shown, targets } of [anna, ben]) {
      expect(clauses).toEqual(['1', '6'])
      expect(shown).toEqual(['Table 6-1'])
      expect(targets).toEqual(['clause 1', 'clause 6', 'Table 6-1'])
    }
    expect(ben.view.state.selection.eq(selection)).toBe(true)
    expect(ben.view.state.doc).toBe(doc)
  })

  it('waits for an input method to end, so that it does not draw anew where somebody is composing', () => {
    const { anna, ben, exchange } = two()
    ben.view.composing = true
    document.setForm(anna.doc, { type: 'SPECIFICATION' })
    exchange()
    expect(formIn(ben.view.state, usual).type).toBe('PLAIN')
    ben.view.composing = false
    ben.look()
    expect(formIn(ben.view.state, usual).type).toBe('SPECIFICATION')
  })

  it('is no part of what one undoes', () => {
    const { anna } = two()
    document.setForm(anna.doc, { type: 'REPORT' })
    anna.view.binding.undo()
    expect(document.formOf(anna.doc, 'PLAIN').type).toBe('REPORT')
  })

  it('is not listened to any more by an editor that is closed', () => {
    const { anna, ben, exchange } = two()
    ben.leave()
    document.setForm(anna.doc, { type: 'REPORT' })
    exchange()
    expect(formIn(ben.view.state, usual).type).toBe('PLAIN')
  })
})
