/** Traps into which bindings of one fragment fall (docs/decisions/0010-own-binding.md); the first, shared objects, is CB-16 in kept.test.ts. */
import { describe, expect, it } from '@jest/globals'
import * as Y from 'yjs'
import * as document from '#schema/document/index.js'
import { HeadlessView } from '../harness/headless-view.js'

/** Two people at one text, and how what each wrote reaches the other. */
function two(body: readonly document.RawElement[]) {
  const base = new Y.Doc()
  const id = document.insertClause(base, { parent: null }, { title: 'One', body })!
  const [anna, ben] = [new Y.Doc(), new Y.Doc()].map((doc) => {
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(base))
    return new HeadlessView(doc)
  }) as [HeadlessView, HeadlessView]
  const meet = () => {
    const [a, b] = [anna, ben].map(({ binding }) => Y.encodeStateAsUpdate(binding.doc)) as [Uint8Array, Uint8Array]
    Y.applyUpdate(anna.binding.doc, b)
    Y.applyUpdate(ben.binding.doc, a)
    expect(ben.state.doc.toJSON()).toEqual(anna.state.doc.toJSON())
  }
  return { id, anna, ben, meet }
}

const type = (view: HeadlessView, text: string, pos: number) => view.dispatch(view.state.tr.insertText(text, pos))
/** Behind the heading "One", at the beginning of the first paragraph. */
const inFirstParagraph = 7

describe('a binding', () => {
  it('has one text for two who begin to write in the same empty paragraph', () => {
    const { anna, ben, meet } = two([document.paragraph()])
    type(anna, 'aaa', inFirstParagraph)
    type(ben, 'bbb', inFirstParagraph)
    meet()
    expect(['aaabbb', 'bbbaaa']).toContain(anna.state.doc.child(0).child(1).textContent)
  })

  it('writes an attribute that holds an object only when what is in it changed', () => {
    const { anna, ben, meet } = two([document.paragraph('words', { 's:one': { op: 'delete' } })])
    const para = ben.state.doc.child(0).child(1)
    ben.dispatch(
      ben.state.tr.setNodeAttribute(inFirstParagraph - 1, 'suggestions', {
        ...para.attrs['suggestions'],
        one: { op: 'insert' },
      }),
    )
    // Anna writes beside it, and has the older object in her hands.
    type(anna, 'more ', inFirstParagraph)
    meet()
    expect(anna.state.doc.child(0).child(1).attrs['suggestions']).toEqual({ one: { op: 'insert' } })
  })

  it('leaves a mark that it does not know on the words among which somebody writes', () => {
    const marked = [{ insert: 'shining words', marks: { shine: { level: 2 } } }]
    const { anna, meet } = two([document.paragraph(marked)])
    type(anna, 'and ', inFirstParagraph + 8)
    meet()
    const { doc } = anna.binding
    const clause = document.clauseOf(doc, document.readTree(doc).lines[0]!.id)!
    const spans = document.inlineOf(document.bodyOf(clause)!.get(0) as Y.XmlElement)
    const shining = spans.filter(({ marks }) => 'shine' in marks).map(({ insert }) => insert)
    expect(shining.join('')).toContain('shining ')
    expect(shining.join('')).toContain('words')
  })
})
