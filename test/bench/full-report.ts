/**
 * A made-up report with everything that a real one holds: fixed places, annexes, tables with head rows and merged cells, figures, equations, citations,
 * footnotes, cross-references. The same for the same numbers. For what depends on the number of words alone, long-report.ts is enough.
 */
import * as Y from 'yjs'
import {
  bodyOf,
  clauseOf,
  insertClauses,
  paragraph,
  readTree,
  seeded,
  stampVersion,
  type ClauseDraft,
  type RawElement,
  type RawSpan,
} from '#schema/document/index.js'
import { longest, vocabulary, type Length } from './long-report.js'

/** What a report of the usual length holds besides words. A shorter one holds as much less. */
export const things = {
  tables: 80,
  figures: 24,
  equations: 40,
  formulas: 40,
  citations: 200,
  footnotes: 60,
  references: 100,
}
export type Things = typeof things

const wordsEach = 16
const seed = 20261123
/** Works to cite; the first ones are cited most. */
const works = Array.from({ length: 60 }, (_, i) => `ITU-T L.${1400 + i}`)
const formulas = [
  'E = P \\cdot t',
  '\\frac{C_{use}}{C_{total}}',
  '\\sum_{i=1}^{n} m_i f_i',
  'PUE = \\frac{E_{DC}}{E_{IT}}',
]

const element = (name: string, attrs: RawElement['attrs'], content: RawElement['content'] = []): RawElement => ({
  name,
  attrs,
  content,
})
const inline = (name: string, attrs: RawElement['attrs']): RawSpan => ({ insert: element(name, attrs), marks: {} })
const plain = (insert: string): RawSpan => ({ insert, marks: {} })

/** So many of a whole, spread evenly over the parts of it: how many come with this part. */
const dueAt = (part: number, parts: number, whole: number): number =>
  Math.floor(((part + 1) * whole) / parts) - Math.floor((part * whole) / parts)

/** The clauses at the top before the chapters, and after them. */
const front = [
  'SUMMARY',
  'KEYWORDS',
  'INTRODUCTION',
  'SCOPE',
  'REFERENCES',
  'DEFINITIONS',
  'ABBREVIATIONS',
  'CONVENTIONS',
]
const back = ['ANNEX', 'ANNEX', 'APPENDIX', 'BIBLIOGRAPHY']
/** Clauses of the subtrees that the benchmark moves. */
export const subtreeSize = 10
/** A chapter, two clauses with nine below each, four without. */
const chapterClauses = 1 + 2 * subtreeSize + 4

/** The report as one who wrote it all at once would leave it. */
export function fullReport({ clauses, words }: Length = longest): Y.Doc {
  const random = seeded(seed)
  const word = vocabulary(random)
  const say = (count: number): string => Array.from({ length: count }, word).join(' ')
  const share = clauses / longest.clauses
  const count = Object.fromEntries(
    Object.entries(things).map(([name, all]) => [name, Math.round(all * share)]),
  ) as Things
  // A table holds about sixty words.
  const each = Math.max(1, Math.round((words - count.tables * 60) / clauses / wordsEach))
  const paragraphs = clauses * each
  let [written, made, tables, figures, equations] = [0, 0, 0, 0, 0]

  const prose = (attrs: RawElement['attrs'], number: number): RawElement => {
    const spans: RawSpan[] = [plain(`${say(wordsEach / 2)} `)]
    const mark = [{ em: {} }, { strong: {} }, { link: { href: 'https://example.org/referred-to' } }][number % 3]!
    spans.push({ insert: say(2), marks: mark }, plain(` ${say(wordsEach / 2 - 2)}`))
    const due = (whole: number) => dueAt(number, paragraphs, whole)
    for (let i = due(count.citations); i > 0; i--) {
      const key = works[Math.floor(works.length * random() ** 2)]!
      const item = key.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
      spans.push(plain(' '), inline('citation', { key, item, ...(number % 7 === 0 && { use: 'BIBLIOGRAPHY' }) }))
    }
    for (let i = due(count.formulas); i > 0; i--)
      spans.push(plain(' '), inline('math', { tex: formulas[number % formulas.length]! }))
    for (let i = due(count.references); i > 0; i--) {
      const to = Math.floor(random() * count.tables)
      spans.push(plain(' '), inline('reference', { target: 'FRAME', to: `table-${to}` }))
    }
    for (let i = due(count.footnotes); i > 0; i--) spans.push(inline('footnote', { note: `${say(8)}.` }))
    return paragraph([...spans, plain('.')], attrs)
  }

  /** Six columns, a row of heads and four more; every third has two heads over two columns each, every fourth a cell of two rows. */
  const table = (number: number): RawElement => {
    const cell = (text: string, attrs: RawElement['attrs'] = {}) => element('table_cell', attrs, [paragraph(text)])
    const isWide = number % 3 === 0
    const isTall = number % 4 === 0
    const heads = isWide
      ? [
          cell(say(1), { head: true }),
          ...[1, 2].map(() => cell(say(2), { head: true, colspan: 2 })),
          cell(say(1), { head: true }),
        ]
      : Array.from({ length: 6 }, () => cell(say(1), { head: true }))
    const rows = Array.from({ length: 4 }, (_, r) =>
      Array.from({ length: 6 }, (_, c) =>
        cell(c === 0 ? say(2) : `${Math.floor(random() * 1000)} ${say(1)}`, {
          ...(isTall && r === 1 && c === 0 && { rowspan: 2 }),
        }),
      ).slice(isTall && r === 2 ? 1 : 0),
    )
    return element('frame', { kind: 'TABLE', anchor: `table-${number}` }, [
      paragraph(say(5), { kind: 'CAPTION' }),
      element(
        'table',
        {},
        [heads, ...rows].map((cells) => element('table_row', {}, cells)),
      ),
      ...(number % 2 === 0 ? [paragraph(say(6), { kind: 'NOTE' })] : []),
    ])
  }
  const figure = (number: number): RawElement =>
    element('frame', { kind: 'FIGURE', anchor: `figure-${number}` }, [
      element('image', { alt: say(6) }),
      paragraph(say(5), { kind: 'CAPTION' }),
    ])
  const equation = (number: number): RawElement =>
    element('equation', { tex: formulas[number % formulas.length]!, anchor: `equation-${number}` })

  const draft = (
    attributes: ClauseDraft['attributes'] = {},
    children: () => readonly ClauseDraft[] = () => [],
  ): ClauseDraft => {
    const number = made++
    const { kind = 'CLAUSE' } = attributes as { kind?: string }
    const body: RawElement[] = Array.from({ length: each }, (_, i) => {
      if (kind === 'DEFINITIONS' || kind === 'ABBREVIATIONS') {
        const name = kind === 'DEFINITIONS' ? say(2) : word().toUpperCase()
        return prosePrefixed(prose({ kind: kind === 'DEFINITIONS' ? 'TERM' : 'ABBREVIATION' }, written++), `${name}: `)
      }
      const attrs =
        i % 10 === 9 ? { kind: 'NOTE' } : i % 10 === 6 ? { kind: 'EXAMPLE' } : i % 10 > 6 ? { list: 'BULLET' } : {}
      return prose(attrs, written++)
    })
    const put = (at: number, block: RawElement) => void body.splice(Math.min(at, body.length), 0, block)
    for (let i = dueAt(number, clauses, count.tables); i > 0; i--) put(8, table(tables++))
    for (let i = dueAt(number, clauses, count.figures); i > 0; i--) put(14, figure(figures++))
    for (let i = dueAt(number, clauses, count.equations); i > 0; i--) put(3, equation(equations++))
    return { title: say(4), body, attributes, children: children() }
  }

  const leaves = (many: number) => () => Array.from({ length: Math.max(0, many) }, () => draft())
  const chapter = (size: number): ClauseDraft =>
    draft({}, () => {
      const below: ClauseDraft[] = []
      for (let left = size - 1, i = 0; left > 0; i++) {
        const part = Math.min(left, i < 2 ? subtreeSize : 1)
        below.push(draft({}, leaves(part - 1)))
        left -= part
      }
      return below
    })
  const drafts = front.map((kind) => draft({ kind }))
  for (let left = clauses - front.length - back.length; left > 0; left -= chapterClauses)
    drafts.push(chapter(Math.min(left, chapterClauses)))
  drafts.push(...back.map((kind) => draft({ kind })))

  const doc = new Y.Doc()
  doc.clientID = 1
  stampVersion(doc)
  insertClauses(doc, { parent: null }, drafts, { random })
  return doc
}

/** A paragraph with words before its own. */
function prosePrefixed(block: RawElement, words: string): RawElement {
  const [text] = block.content
  if (!text || !('spans' in text)) return block
  return { ...block, content: [{ ...text, spans: [plain(words), ...text.spans] }] }
}

/** The first text of each paragraph of a body or fragment, however deep it lies: also in tables and captions. In order. */
export function firstTextsIn(parent: Y.XmlFragment): Y.XmlText[] {
  return parent.toArray().flatMap((child) => {
    if (!(child instanceof Y.XmlElement)) return []
    if (child.nodeName !== 'para') return firstTextsIn(child)
    return child
      .toArray()
      .filter((text) => text instanceof Y.XmlText)
      .slice(0, 1)
  })
}

/** The same of a report of clauses. */
export const firstTextsOf = (doc: Y.Doc): Y.XmlText[] =>
  readTree(doc).lines.flatMap(({ id }) => firstTextsIn(bodyOf(clauseOf(doc, id)!)!))
