import { describe, expect, it } from '@jest/globals'
import type { Node } from 'prosemirror-model'
import { NodeSelection, TextSelection, type Selection } from 'prosemirror-state'
import { CellSelection } from 'prosemirror-tables'
import { schema } from '#schema/document/schema.js'
import { wordsFor } from '#schema/words/index.js'
import { companyOf, othersIn } from './company.js'
import { newsOf } from './news.js'
import { rearranged } from './rearranged.js'
import { companySentences, rearrangedSentence, sentenceOf } from './sentences.js'
import { spotOf, type Spot } from './spot.js'

const { clause, clause_title: title, para, frame, table, table_row: row, table_cell: cell, math } = schema.nodes
const text = (words: string) => (words === '' ? [] : [schema.text(words)])
const p = (words: string, attrs = {}) => para!.create(attrs, text(words))
const c = (words: string, attrs = {}) => cell!.create(attrs, p(words))
const section = (id: string, heading: string, ...blocks: Node[]) =>
  clause!.create({ id }, [title!.create(null, text(heading)), ...blocks])

const doc = schema.nodes['doc']!.create(null, [
  section(
    'a',
    'Scope',
    p('plain'),
    p('also plain'),
    p('meters differ', { kind: 'NOTE' }),
    p('shall', { kind: 'REQUIREMENT' }),
    p('shall too', { kind: 'REQUIREMENT' }),
    p('one', { list: 'BULLET' }),
    p('two', { list: 'BULLET' }),
    p('deeper', { list: 'NUMBER', indent: 1 }),
    para!.create(null, [schema.text('with '), math!.create({ tex: 'x' })]),
  ),
  section(
    'b',
    'Meters',
    frame!.create({ kind: 'TABLE' }, [
      p('What meters read', { kind: 'CAPTION' }),
      table!.create(null, [
        row!.create(null, [c('Item', { head: true }), c('Kind', { head: true }), c('Unit', { head: true })]),
        row!.create(null, [c('Power', { head: true }), c('wide', { colspan: 2 })]),
        row!.create(null, [c('Energy', { head: true }), c('large'), c('J')]),
      ]),
      p('in a laboratory', { kind: 'NOTE' }),
    ]),
    p('below the table'),
  ),
])
const labels = new Map([
  ['meters differ', 'NOTE'],
  ['shall', 'Requirement 1-1'],
  ['shall too', 'Requirement 1-2'],
  ['What meters read', 'Table 1'],
  ['in a laboratory', 'NOTE'],
])
const labelAt = (pos: number): string => labels.get(doc.nodeAt(pos)?.textContent ?? '') ?? ''

/** The position in the first block with these words. */
function posOf(words: string): number {
  let found = -1
  doc.descendants((node, pos) => {
    if (found < 0 && node.isTextblock && node.textContent === words) found = pos + 1
  })
  return found
}
const at = (words: string): Selection => TextSelection.create(doc, posOf(words))
const spot = (selection: Selection | string): Spot =>
  spotOf(typeof selection === 'string' ? at(selection) : selection, labelAt)

const words = wordsFor('en')
const clauseNames: Record<string, string> = { a: '1 Scope', b: '6 Meters' }
const heard = (...places: readonly (Selection | string)[]): string[] => {
  const spots = places.map(spot)
  return spots.map((now, i) =>
    newsOf(spots[i - 1] ?? null, now)
      .map((news) => sentenceOf(news, words, (id) => clauseNames[id]!))
      .join(' '),
  )
}

describe('what is said of the place of the caret', () => {
  it('[AC-6] is number and heading on entering a clause, and nothing while the caret stays in its paragraph', () => {
    const inside = TextSelection.create(doc, posOf('plain') + 3)
    expect(heard('Scope', 'plain', inside, 'also plain', 'below the table')).toEqual([
      '1 Scope.',
      '',
      '',
      '',
      '6 Meters.',
    ])
    expect(heard('below the table', 'Scope', 'plain', 'Scope')).toEqual(['6 Meters.', '1 Scope.', '', 'Title.'])
  })

  it('[AC-6] is the kind of block on entering another kind, with its number', () => {
    expect(heard('also plain', 'meters differ', 'shall', 'shall too', 'plain')).toEqual([
      '1 Scope.',
      'NOTE.',
      'Requirement 1-1.',
      'Requirement 1-2.',
      'Text.',
    ])
    expect(heard('below the table', 'meters differ')[1]).toBe('1 Scope. NOTE.')
  })

  it('[AC-6] is the list and its level on entering one, not for each item', () => {
    expect(heard('plain', 'one', 'two', 'deeper', 'plain')).toEqual([
      '1 Scope.',
      'List with bullets.',
      '',
      'List with numbers, level 2.',
      'Text.',
    ])
  })

  it('[AC-7] is the size of a table and its caption, then row, column and heads of each cell', () => {
    expect(heard('below the table', 'Item', 'Kind', 'wide', 'J', 'below the table')).toEqual([
      '6 Meters.',
      'Table 1, 3 columns, 3 rows: What meters read. Row 1, column 1, a head.',
      'Row 1, column 2, a head.',
      'Row 2, column 2, heads: Kind, Power.',
      'Row 3, column 3, heads: Unit, Energy.',
      'Text.',
    ])
    expect(heard('below the table', 'What meters read', 'Item', 'in a laboratory').slice(1)).toEqual([
      'Table 1, 3 columns, 3 rows: What meters read. Caption.',
      'Row 1, column 1, a head.',
      'NOTE.',
    ])
  })

  it('[AC-7] is how many rows and columns are selected', () => {
    const cells = (one: string, other: string) => {
      const [from, to] = [posOf(one), posOf(other)].map((pos) => doc.resolve(pos).before(doc.resolve(pos).depth - 1))
      return CellSelection.create(doc, from!, to!)
    }
    expect(heard('Power', cells('Power', 'wide'), cells('Power', 'J'), cells('Power', 'J')).slice(1)).toEqual([
      'One row and 3 columns selected.',
      '2 rows and 3 columns selected.',
      '',
    ])
  })

  it('[AC-6] is what is selected as a whole', () => {
    let at = -1
    doc.descendants((node, pos) => void (node.type === math && (at = pos)))
    expect(heard('plain', NodeSelection.create(doc, at), NodeSelection.create(doc, 0), 'plain').slice(1)).toEqual([
      'Formula in the line. Enter opens it.',
      '1 Scope, selected as a whole.',
      '',
    ])
  })
})

describe('what is said of clauses that were rearranged', () => {
  const lines = (outline: string) =>
    outline.split(' ').map((one) => ({ id: one.replaceAll('>', ''), level: 1 + one.split('>').length - 1 }))
  const said = (before: string, after: string, mine: string | null = null) => {
    const change = rearranged(lines(before), lines(after), mine)
    return (
      change &&
      rearrangedSentence(
        change,
        words,
        (id) => id.toUpperCase(),
        (id) => `old ${id.toUpperCase()}`,
      )
    )
  }

  it.each([
    ['a b c', 'b a c', 'a', 'Moved: A, before C.'],
    ['a b c', 'b a c', 'b', 'Moved: B, before A.'],
    ['a >d b >e c', 'b >e a >d c', 'a', 'Moved: A, before C.'],
    ['a b c', 'b c a', 'a', 'Moved: A, after C.'],
    ['a >d b', 'a b >d', null, 'Moved: D, below B.'],
    ['a b c', 'a >b c', 'b', 'One level down, now B.'],
    ['a >b c', 'a b c', 'b', 'One level up, now B.'],
    ['a >b >c d', 'a b >c d', 'b', 'One level up, now B.'],
    ['a b >d c', 'a c', 'a', 'Deleted: old B.'],
    ['a b c', 'a b c', 'a', null],
    ['a b', 'a b c', 'c', null],
  ])('[AC-8] %s -> %s (caret in %s): %s', (before, after, mine, sentence) => {
    expect(said(before, after, mine)).toBe(sentence)
  })
})

it('[AC-9] says who comes into the clause of the caret and who leaves it', () => {
  const someone = (id: string, ...clauses: string[]) => ({ id, name: id.toUpperCase(), isSelf: false, clauses })
  const me = { ...someone('me', 'a'), isSelf: true }
  const before = othersIn([me, someone('ada', 'a'), someone('bea', 'b')], 'a')
  const now = othersIn([me, someone('ada', 'b'), someone('bea', 'a', 'b'), someone('cyd', 'a')], 'a')
  expect(companySentences(companyOf(before, now), words)).toEqual([
    'BEA, CYD are in this clause too.',
    'ADA has left this clause.',
  ])
  expect(companySentences(companyOf(now, now), words)).toEqual([])
  expect(othersIn([someone('ada', 'a')], null).size).toBe(0)
})
