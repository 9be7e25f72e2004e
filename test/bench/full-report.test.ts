import { expect, it } from '@jest/globals'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { documentText, readDocument, readTree, violations } from '#schema/document/index.js'
import { edit, editsOf, fragmentName } from './editor/texts.js'
import { firstTextsIn, firstTextsOf, fullReport, subtreeSize, things } from './full-report.js'

const length = { clauses: 125, words: 20_000 }
const doc = fullReport(length)
const node = readDocument(doc)
const countOf = (name: string, kind?: string): number => {
  let count = 0
  node.descendants(({ type, attrs }) => {
    if (type.name === name && (kind === undefined || attrs['kind'] === kind)) count++
  })
  return count
}

it('is a valid report of the length that was asked for, the same each time', () => {
  expect(readTree(doc).lines).toHaveLength(125)
  expect(violations(doc)).toEqual([])
  expect(() => node.check()).not.toThrow()
  expect(Math.abs(documentText(doc).split(/\s+/).length / length.words - 1)).toBeLessThan(0.1)
  expect(Y.encodeStateAsUpdate(fullReport(length))).toEqual(Y.encodeStateAsUpdate(doc))
})

it('holds its share of all things that a report holds', () => {
  expect(countOf('frame', 'TABLE')).toBe(things.tables / 2)
  expect(countOf('frame', 'FIGURE')).toBe(things.figures / 2)
  expect(countOf('equation')).toBe(things.equations / 2)
  expect(countOf('math')).toBe(things.formulas / 2)
  expect(countOf('citation')).toBe(things.citations / 2)
  expect(countOf('footnote')).toBe(things.footnotes / 2)
  expect(countOf('reference')).toBe(things.references / 2)
})

it('every row of a table is as wide as the others, with what reaches into it', () => {
  node.descendants((table) => {
    if (table.type.name !== 'table') return
    const widths = table.children.map(() => 0)
    table.forEach((row, _, r) =>
      row.forEach(({ attrs }) => {
        for (let i = 0; i < Number(attrs['rowspan']); i++) widths[r + i]! += Number(attrs['colspan'])
      }),
    )
    expect(new Set(widths)).toEqual(new Set([6]))
  })
})

it('has subtrees to be moved', () => {
  const { lines } = readTree(doc)
  const sizes = lines.flatMap(({ level }, i) => {
    const end = lines.findIndex((other, k) => k > i && other.level <= level)
    return level === 2 ? [end - i] : []
  })
  expect(sizes.filter((size) => size === subtreeSize).length).toBeGreaterThan(4)
})

it('is written in by others everywhere but in one paragraph, also in tables, one by one or many together', () => {
  for (const together of [1, 50]) {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    const reader = new Y.Doc()
    Y.applyUpdate(reader, Y.encodeStateAsUpdate(doc))
    const paragraphs = firstTextsOf(copy)
    const before = paragraphs[3]!.toString()
    const decoder = decoding.createDecoder(editsOf(copy, paragraphs, { count: 600, together, leftOut: 3 }))
    let updates = 0
    for (; decoding.hasContent(decoder); updates++) Y.applyUpdate(reader, decoding.readVarUint8Array(decoder))
    expect(updates).toBe(600 / together)
    expect(documentText(reader).split(edit)).toHaveLength(601)
    expect(paragraphs[3]!.toString()).toBe(before)
    let inCells = 0
    readDocument(reader).descendants((cell) => {
      if (cell.type.name === 'table_cell') inCells += cell.textContent.split(edit).length - 1
    })
    expect(inCells).toBeGreaterThan(50)
  }
})

it('finds the first text of each paragraph of a fragment in order, however deep it lies', () => {
  const fragment = new Y.Doc().getXmlFragment(fragmentName)
  const para = (...texts: string[]) => {
    const element = new Y.XmlElement('para')
    element.insert(
      0,
      texts.map((text) => new Y.XmlText(text)),
    )
    return element
  }
  const clause = new Y.XmlElement('clause')
  clause.insert(0, [para('one', 'more'), para('two')])
  fragment.insert(0, [clause, para('three')])
  expect(firstTextsIn(fragment).map(String)).toEqual(['one', 'two', 'three'])
})
