import { describe, expect, it } from '@jest/globals'
import { EditorState, type Transaction } from 'prosemirror-state'
import type { DecorationSet } from 'prosemirror-view'
import type { CitedItem } from '#schema/report/index.js'
import { wordsFor } from '#schema/words/index.js'
import { aCleanReport, cite, para } from '../../schema/report/testing.js'
import { generated, timesComputed, type GeneratedOptions } from '../../client/editor/generated/index.js'

const words = wordsFor('en')
const published = (designation: string): CitedItem => ({
  designation,
  title: `About ${designation}`,
  publishedOn: '2024',
  state: 'PUBLISHED',
  successor: null,
})

/** An editor's state with the plugin in it, and what it shows, in few signs. */
function editorOf(doc: ReturnType<typeof aCleanReport>, options: Partial<GeneratedOptions> = {}) {
  const plugin = generated({ type: 'REPORT', words, ...options })
  let state = EditorState.create({ doc, plugins: [plugin] })
  return {
    get state() {
      return state
    },
    apply: (tr: Transaction) => void (state = state.apply(tr)),
    shown: () =>
      (plugin.props.decorations!.call(plugin, state) as DecorationSet).find().map(({ from, spec, ...rest }) => {
        const key = String((spec as { key?: unknown }).key ?? '')
        const none = (rest as { type?: { attrs?: Record<string, string> } }).type?.attrs?.['data-none']
        return [String(state.doc.resolve(from).node(1)?.attrs['id']), key || `none ${none}`].join(' ')
      }),
    placeOf: (id: string) => {
      let at = 0
      state.doc.forEach((clause, pos) => void (clause.attrs['id'] === id && (at = pos)))
      return { start: at + 1 + state.doc.nodeAt(at)!.firstChild!.nodeSize, node: state.doc.nodeAt(at)! }
    },
  }
}

const text = aCleanReport({ id: 'b', title: 'Body', body: [para(['See ', cite('ISO 9'), cite('Lost')])] })

describe('what a text says by itself, in the editor', () => {
  it('[GE-1, GE-3] shows the works of clause 2 with what the register knows, and says what it does not have', () => {
    const { shown } = editorOf(text, {
      known: () =>
        new Map([
          ['iso-9', published('ISO 9')],
          ['lost', null],
        ]),
    })
    const list = shown().find((one) => one.startsWith('references list'))!
    expect(list).toContain('"name":"ISO 9 (2024),"')
    expect(list).toContain('"title":"About ISO 9"')
    expect(list).toContain('"citedIn":[{"id":"b","name":"6"}]')
    expect(list).toContain('"key":"Lost","href":"","name":"not in the register"')
    expect(shown().some((one) => one.startsWith('references lead This Technical Report cites'))).toBe(true)
  })

  it('[GE-1] is not computed again while words are written, and is when a citation comes or goes', () => {
    const editor = editorOf(text)
    const before = timesComputed.count
    for (let i = 0; i < 20; i++) editor.apply(editor.state.tr.insertText('a', editor.placeOf('b').start + 1))
    expect(timesComputed.count).toBe(before)
    expect(editor.shown().find((one) => one.startsWith('references list'))).toContain('ISO 9')
    editor.apply(editor.state.tr.insert(editor.placeOf('b').start + 1, cite('ISO 10')))
    expect(timesComputed.count).toBe(before + 1)
    expect(editor.shown().find((one) => one.startsWith('references list'))).toContain('ISO 10')
  })

  it('[GE-2] a kept place says None. until the first word is written in it', () => {
    const editor = editorOf(text)
    expect(editor.shown()).toContain('conventions none None.')
    const { start } = editor.placeOf('conventions')
    editor.apply(editor.state.tr.insert(start, para([])))
    expect(editor.shown()).toContain('conventions none None.')
    editor.apply(editor.state.tr.insertText('W', start + 1))
    expect(editor.shown().filter((one) => one.startsWith('conventions'))).toEqual([])
    editor.apply(editor.state.tr.delete(start + 1, start + 2))
    expect(editor.shown()).toContain('conventions none None.')
    expect(editor.state.doc.textContent).not.toContain('None')
  })
})
