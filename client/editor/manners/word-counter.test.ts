import { expect, it } from '@jest/globals'
import { EditorState, TextSelection } from 'prosemirror-state'
import { aReport, cite, para, table } from '#schema/report/testing.js'
import { wordCountsOf } from './word-counter.js'

const doc = aReport(
  { id: 'a', title: 'One two', body: ['three four'] },
  { id: 'b', level: 2, title: 'five', body: [para(['six ', cite('ITU-T L.1410'), ' seven'])] },
  { id: 'c', title: 'eight', body: [table('A caption')] },
)
const at = (words: string) => {
  let found = 0
  doc.descendants((node, pos) => {
    if (node.isText && node.text!.includes(words)) found = pos + node.text!.indexOf(words)
  })
  return found
}
const counted = (anchor: number, head = anchor) =>
  wordCountsOf(EditorState.create({ doc, selection: TextSelection.create(doc, anchor, head) }))

it('[MN-12] counts the clause of the caret with all below it, and the text; citations are no words', () => {
  expect(counted(at('three'))).toEqual({ clause: 7, text: 12, selection: null })
  expect(counted(at('six'))).toEqual({ clause: 3, text: 12, selection: null })
  expect(counted(at('eight'))).toEqual({ clause: 5, text: 12, selection: null })
})

it('[MN-12] counts what is selected, also over clauses', () => {
  expect(counted(at('two'), at('four')).selection).toBe(2)
  expect(counted(at('four'), at('seven') + 5).selection).toBe(4)
})

it('[MN-12] has nothing to count in an empty text', () => {
  expect(wordCountsOf(EditorState.create({ doc: aReport() }))).toEqual({ clause: null, text: 0, selection: null })
})
