import { describe, expect, it } from '@jest/globals'
import { EditorState } from 'prosemirror-state'
import type { DecorationSet } from 'prosemirror-view'
import { schema } from '#schema/document/schema.js'
import { numbers, numbersOf } from './numbers-plugin.js'

const clause = (id: string, level: number, title: string, kind = 'CLAUSE') =>
  schema.nodes.clause!.create({ id, level, kind }, [
    schema.nodes.clause_title!.create(null, title ? schema.text(title) : []),
    schema.nodes.para!.create(null, schema.text('Words.')),
  ])
const plugin = numbers({ type: 'REPORT', label: ({ series, text }) => (series === 'ANNEX' ? `Annex ${text}` : text) })
const report = () =>
  EditorState.create({
    doc: schema.nodes.doc!.create(null, [
      clause('a', 1, 'Scope', 'SCOPE'),
      clause('b', 1, 'Body'),
      clause('c', 2, 'Part'),
      clause('d', 1, 'More', 'ANNEX'),
    ]),
    plugins: [plugin],
  })

/** Number and heading of each clause, as they are drawn. */
function drawn(state: EditorState): string[] {
  const decorations = plugin.props.decorations!.call(plugin, state) as DecorationSet
  return decorations
    .find()
    .sort((one, other) => one.from - other.from)
    .map(({ from, to }) => {
      const number = (decorations.find(from, to)[0] as unknown as { type: { attrs: Record<string, string> } }).type
        .attrs
      return `${number['data-number']} ${state.doc.textBetween(from, to)}`
    })
}

describe('numbers in the margin', () => {
  it('[CL-15, ST-1] stand at the headings and are no part of the text', () => {
    const state = report()
    expect(drawn(state)).toEqual(['1 Scope', '6 Body', '6.1 Part', 'Annex A More'])
    expect(state.doc.textContent).not.toMatch(/\d/)
    expect(numbersOf(state).get('c')).toEqual({ text: '6.1', series: 'BODY' })
  })

  it('are computed again only when the sequence changes, and stay at their headings while somebody writes', () => {
    const state = report()
    const typed = state.apply(state.tr.insertText('The ', 2))
    expect(drawn(typed)).toEqual(['1 The Scope', '6 Body', '6.1 Part', 'Annex A More'])
    expect(numbersOf(typed)).toBe(numbersOf(state))
    const deeper = typed.apply(typed.tr.setNodeAttribute(typed.doc.child(0).nodeSize, 'kind', 'REFERENCES'))
    expect(drawn(deeper)).toEqual(['1 The Scope', '2 Body', '2.1 Part', 'Annex A More'])
  })

  it('come back when a clause is replaced by another with the same place', () => {
    const state = report()
    const { nodeSize } = state.doc.child(0)
    const replaced = state.apply(state.tr.replaceWith(0, nodeSize, clause('a', 1, 'Other words', 'SCOPE')))
    expect(drawn(replaced)[0]).toBe('1 Other words')
  })
})
