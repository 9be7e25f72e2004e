/** Tables, as several people change them at once, each at a view without a screen. */
import { describe, expect, it } from '@jest/globals'
import { Fragment, Slice, type Node } from 'prosemirror-model'
import { Selection, TextSelection, type Command } from 'prosemirror-state'
import { CellSelection } from 'prosemirror-tables'
import * as Y from 'yjs'
import * as document from '#schema/document/index.js'
import {
  cellRange,
  evened,
  gridOf,
  isEven,
  pasteCells,
  tableActions,
  tableCommands,
  tables,
  widthsOf,
} from '../../client/editor/tables/index.js'
import { tableKeys } from '../../client/editor/tables/table-keys.js'
import { wordsFor } from '#schema/words/index.js'
import { HeadlessView } from '../harness/headless-view.js'

const { schema } = document

/** A cell as a test writes it: `a`, `#a` for one of the head, `a 2x1` for two columns and one row. */
function cell(words: string): Node {
  const [, head, text = '', colspan = '1', rowspan = '1'] = /^(#?)(.*?)(?: (\d+)x(\d+))?$/.exec(words)!
  const para = schema.nodes['para']!.create(null, text === '' ? [] : schema.text(text))
  return schema.nodes['table_cell']!.create(
    { head: head === '#', colspan: Number(colspan), rowspan: Number(rowspan) },
    para,
  )
}
const table = (...rows: string[]): Node =>
  schema.nodes['table']!.create(
    null,
    rows.map((row) => schema.nodes['table_row']!.create(null, row === '' ? [] : row.split('|').map(cell))),
  )
const written = (node: Node): string[] =>
  node.children.map((row) =>
    row.children
      .map(({ attrs, textContent }) => {
        const spans = attrs['colspan'] > 1 || attrs['rowspan'] > 1 ? ` ${attrs['colspan']}x${attrs['rowspan']}` : ''
        return `${attrs['head'] ? '#' : ''}${textContent}${spans}`
      })
      .join('|'),
  )

/** People who have the same text open, with one table in it. */
function people(start: Node, count = 1) {
  const server = new Y.Doc({ gc: false })
  server.clientID = 1
  document.stampVersion(server)
  document.insertClauses(server, { parent: null }, [{ title: 'One' }], { random: document.seeded(1) })
  const views = Array.from({ length: count }, (_, i) => {
    const doc = new Y.Doc({ gc: false })
    doc.clientID = 100 + i
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
    return new HeadlessView(doc, { random: document.seeded(i) }, tables())
  })
  const exchange = () => {
    for (const { binding } of views) Y.applyUpdate(server, Y.encodeStateAsUpdate(binding.doc))
    for (const { binding } of views) Y.applyUpdate(binding.doc, Y.encodeStateAsUpdate(server))
  }
  const frame = schema.nodes['frame']!.create(null, [
    schema.nodes['para']!.create({ kind: 'CAPTION' }, schema.text('Caption')),
    start,
  ])
  const [first] = views as [HeadlessView]
  first.dispatch(first.state.tr.insert(first.state.doc.content.size - 1, frame))
  exchange()
  return { views, exchange }
}
const posOf = (view: HeadlessView, words: string): number => {
  let found = -1
  view.state.doc.descendants((node, pos) => void (node.isText && node.text === words && (found = pos)))
  return found
}
const caretIn = (view: HeadlessView, words: string) =>
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, posOf(view, words))))
const cellAt = (view: HeadlessView, words: string) => view.state.doc.resolve(posOf(view, words)).before(-1)
const select = (view: HeadlessView, from: string, to: string) => {
  const cells = cellRange(view.state.doc, cellAt(view, from), cellAt(view, to))
  if (!cells) throw new Error(`Cannot select from ${from} to ${to}`)
  view.dispatch(view.state.tr.setSelection(cells))
}
const run = (view: HeadlessView, command: Command): boolean => command(view.state, (tr) => view.dispatch(tr))
const tableIn = (view: HeadlessView): Node => {
  let found: Node | null = null
  view.state.doc.descendants((node) => void (node.type.name === 'table' && (found = node)))
  return found!
}
const shows = (view: HeadlessView) => written(tableIn(view))
const hereText = ({ state }: HeadlessView) => state.selection.$head.parent.textContent
const problems = (view: HeadlessView) => document.violations(view.binding.doc, view.state.doc)

describe('one person at a table', () => {
  it.each<[string, Command, string, string[]]>([
    ['row below', tableCommands.rowAfter, 'a', ['#x|#y', 'a|b', '|', 'c|d']],
    ['row above', tableCommands.rowBefore, 'c', ['#x|#y', 'a|b', '|', 'c|d']],
    ['column to the right', tableCommands.columnAfter, 'a', ['#x|#|#y', 'a||b', 'c||d']],
    ['column to the left', tableCommands.columnBefore, 'a', ['#|#x|#y', '|a|b', '|c|d']],
    ['no row', tableCommands.deleteRows, 'a', ['#x|#y', 'c|d']],
    ['no column', tableCommands.deleteColumns, 'a', ['#y', 'b', 'd']],
    ['head column', tableCommands.toggleHeadColumn, 'a', ['#x|#y', '#a|b', '#c|d']],
    ['no head row', tableCommands.toggleHeadRow, 'x', ['x|y', 'a|b', 'c|d']],
  ])('[CL-11] makes a %s in one step of undo, with a paragraph in each new cell', (_, command, where, after) => {
    const { views } = people(table('#x|#y', 'a|b', 'c|d'))
    const [view] = views as [HeadlessView]
    caretIn(view, where)
    view.binding.stopCapturing()
    expect(run(view, command)).toBe(true)
    expect(shows(view)).toEqual(after)
    tableIn(view).descendants((node) => {
      if (node.type.name === 'table_cell') expect(node.childCount).toBeGreaterThan(0)
    })
    expect(problems(view)).toEqual([])
    view.binding.undo()
    expect(shows(view)).toEqual(['#x|#y', 'a|b', 'c|d'])
  })

  it('merges cells with what they hold, and takes them apart again', () => {
    const { views } = people(table('a|b|c', 'd|e|f', 'g|h|i'))
    const [view] = views as [HeadlessView]
    select(view, 'a', 'e')
    run(view, tableCommands.mergeCells)
    expect(shows(view)).toEqual(['abde 2x2|c', 'f', 'g|h|i'])
    expect(tableIn(view).child(0).child(0).childCount).toBe(4)
    caretIn(view, 'f')
    run(view, tableCommands.rowBefore)
    expect(shows(view)).toEqual(['abde 2x3|c', '', 'f', 'g|h|i'])
    caretIn(view, 'a')
    run(view, tableCommands.splitCell)
    expect(shows(view)).toEqual(['abde||c', '||', '||f', 'g|h|i'])
    expect(problems(view)).toEqual([])
  })

  it('Tab goes through the cells and begins a row after the last one; Shift+Tab goes back', () => {
    const { views } = people(table('a|b', 'c|d'))
    const [view] = views as [HeadlessView]
    caretIn(view, 'b')
    run(view, tableKeys['Tab']!)
    expect(hereText(view)).toBe('c')
    run(view, tableKeys['Shift-Tab']!)
    expect(hereText(view)).toBe('b')
    caretIn(view, 'd')
    run(view, tableKeys['Tab']!)
    view.dispatch(view.state.tr.insertText('new'))
    expect(shows(view)).toEqual(['a|b', 'c|d', 'new|'])
  })

  it('Backspace empties chosen cells, and joins nothing across the edge of a cell', () => {
    const { views } = people(table('a|b', 'c|d'))
    const [view] = views as [HeadlessView]
    select(view, 'a', 'c')
    run(view, tableKeys['Backspace']!)
    expect(shows(view)).toEqual(['|b', '|d'])
    caretIn(view, 'b')
    expect(run(view, tableKeys['Backspace']!)).toBe(true)
    expect(shows(view)).toEqual(['|b', '|d'])
  })

  it('puts in a table with caption, head row and an anchor, and takes it away with its frame', () => {
    const { views } = people(table('a'))
    const [view] = views as [HeadlessView]
    view.dispatch(view.state.tr.setSelection(Selection.atStart(view.state.doc)))
    run(view, tableCommands.insertTable(2, 2))
    const frame = view.state.doc.child(0).child(1)
    expect(frame.attrs).toMatchObject({ kind: 'TABLE', anchor: expect.stringMatching(/^a\w{10}$/) as unknown })
    expect(written(frame.child(1))).toEqual(['#|#', '|'])
    expect(view.state.selection.$head.parent.attrs['kind']).toBe('CAPTION')
    run(view, tableKeys['Enter']!)
    run(view, tableCommands.deleteTable)
    expect(view.state.doc.child(0).childCount).toBe(2)
    expect(problems(view)).toEqual([])
  })

  it('pastes cells over cells; the table grows where it is too small', () => {
    const { views } = people(table('a|b', 'c|d'))
    const [view] = views as [HeadlessView]
    caretIn(view, 'd')
    const pasted = schema.nodes['frame']!.create(null, table('1|2', '3|4'))
    view.dispatch(pasteCells(view.state, new Slice(Fragment.from(pasted), 0, 0))!)
    expect(shows(view)).toEqual(['a|b|', 'c|1|2', '|3|4'])
  })
  it('pastes a cell of several places into the first of them', () => {
    const { views } = people(table('a|b', 'c|d'))
    const [view] = views as [HeadlessView]
    caretIn(view, 'a')
    view.dispatch(pasteCells(view.state, new Slice(Fragment.from(table('1 2x1', '2|3')), 0, 0))!)
    expect(shows(view)).toEqual(['1|', '2|3'])
  })
})

describe('the menu of a table', () => {
  it('has words for each entry', () => {
    for (const id of tableActions) expect(wordsFor('en').has(`thing.table.${id}`)).toBe(true)
  })
})

describe('several people at a table', () => {
  it('[CB-18] leaves a table as it is that a row and a column at the same time have made uneven, whatever is typed in it', () => {
    const { views, exchange } = people(table('a|b', 'c|d'), 2)
    const [anna, ben] = views as [HeadlessView, HeadlessView]
    caretIn(anna, 'a')
    caretIn(ben, 'c')
    run(anna, tableCommands.columnAfter)
    run(ben, tableCommands.rowAfter)
    exchange()
    const size = tableIn(anna).children.map(({ childCount }) => childCount)
    expect(size).toEqual([3, 3, 2])
    for (let i = 0; i < 10; i++) {
      anna.dispatch(anna.state.tr.insertText('x', posOf(anna, `${'x'.repeat(i)}a`)))
      ben.dispatch(ben.state.tr.insertText('y', posOf(ben, `${'y'.repeat(i)}c`)))
      exchange()
    }
    expect(tableIn(anna).children.map(({ childCount }) => childCount)).toEqual(size)
    expect(shows(anna)).toEqual(shows(ben))
    expect(shows(anna)).toEqual(['xxxxxxxxxxa||b', 'yyyyyyyyyyc||d', '|'])
    expect([...problems(anna), ...problems(ben)]).toEqual([])
  })

  it('[CB-18] fills the holes only with the next change that somebody makes to the table, in the same step', () => {
    const { views, exchange } = people(table('a|b', 'c|d'), 2)
    const [anna, ben] = views as [HeadlessView, HeadlessView]
    caretIn(anna, 'a')
    caretIn(ben, 'c')
    run(anna, tableCommands.columnAfter)
    run(ben, tableCommands.rowAfter)
    exchange()
    caretIn(anna, 'a')
    anna.binding.stopCapturing()
    run(anna, tableCommands.rowBefore)
    expect(shows(anna)).toEqual(['||', 'a||b', 'c||d', '||'])
    anna.binding.undo()
    expect(shows(anna)).toEqual(['a||b', 'c||d', '|'])
    exchange()
    expect(shows(ben)).toEqual(shows(anna))
  })

  it('keeps chosen cells chosen while another types in the table', () => {
    const { views, exchange } = people(table('a|b', 'c|d'), 2)
    const [anna, ben] = views as [HeadlessView, HeadlessView]
    select(anna, 'a', 'c')
    ben.dispatch(ben.state.tr.insertText('words', posOf(ben, 'd')))
    exchange()
    expect(anna.state.selection).toBeInstanceOf(CellSelection)
    run(anna, tableCommands.clearCells)
    exchange()
    expect(shows(ben)).toEqual(['|b', '|wordsd'])
  })

  it('goes on with text where chosen cells lie around a hole that another has made', () => {
    const { views, exchange } = people(table('a|b', 'c|d'), 2)
    const [anna, ben] = views as [HeadlessView, HeadlessView]
    select(anna, 'a', 'd')
    const row = schema.nodes['table_row']!.create(null, cell('only'))
    ben.dispatch(ben.state.tr.insert(cellAt(ben, 'c') - 1, row))
    exchange()
    expect(anna.state.selection).not.toBeInstanceOf(CellSelection)
    expect(shows(anna)).toEqual(['a|b', 'only', 'c|d'])
  })
})

describe('[TB-3] the columns of a table', () => {
  const widths = (view: HeadlessView) => widthsOf(tableIn(view))
  const start = () => table('#x|#y', 'a|b', 'c|d')

  it('are made wider and narrower by keyboard, as one step of undo each, and say so in the topmost cell', () => {
    const { views } = people(start())
    const [view] = views as [HeadlessView]
    expect(widths(view)).toBeNull()
    caretIn(view, 'b')
    view.binding.stopCapturing()
    expect(run(view, tableKeys['Alt-Shift-ArrowRight']!)).toBe(true)
    expect(widths(view)).toEqual([120, 144])
    view.binding.stopCapturing()
    run(view, tableKeys['Alt-Shift-ArrowLeft']!)
    run(view, tableKeys['Alt-Shift-ArrowLeft']!)
    expect(widths(view)).toEqual([120, 96])
    expect(tableIn(view).children.map((row) => row.children.map(({ attrs }) => attrs['colwidth'] as unknown))).toEqual([
      [[120], [96]],
      [null, null],
      [null, null],
    ])
    view.binding.undo()
    expect(widths(view)).toEqual([120, 144])
    view.binding.undo()
    expect(widths(view)).toBeNull()
    expect(problems(view)).toEqual([])
  })

  it('are never too narrow to write in, share their room evenly, and go by their words again', () => {
    const { views } = people(start())
    const [view] = views as [HeadlessView]
    caretIn(view, 'x')
    for (let i = 0; i < 9; i++) run(view, tableCommands.narrower)
    expect(widths(view)).toEqual([40, 120])
    run(view, tableCommands.evenWidths)
    expect(widths(view)).toEqual([80, 80])
    run(view, tableCommands.resetWidths)
    expect(widths(view)).toBeNull()
    expect(run(view, tableCommands.resetWidths)).toBe(false)
  })

  it('keep their width when the row that said it is deleted, and beside columns that come and go', () => {
    const { views } = people(start())
    const [view] = views as [HeadlessView]
    caretIn(view, 'y')
    run(view, tableCommands.wider)
    run(view, tableCommands.deleteRows)
    expect(widths(view)).toEqual([120, 144])
    caretIn(view, 'a')
    run(view, tableCommands.columnAfter)
    expect(widths(view)).toEqual([120, 120, 144])
    run(view, tableCommands.rowBefore)
    caretIn(view, 'a')
    run(view, tableCommands.deleteColumns)
    expect(widths(view)).toEqual([120, 144])
  })

  it('[CB-18] are set by several people at once, and while others add rows and columns, without the table growing', () => {
    const { views, exchange } = people(start(), 3)
    const [anna, ben, cleo] = views as [HeadlessView, HeadlessView, HeadlessView]
    for (const view of views) caretIn(view, 'b')
    run(anna, tableCommands.wider)
    run(ben, tableCommands.narrower)
    run(cleo, tableCommands.rowBefore)
    run(cleo, tableCommands.columnAfter)
    exchange()
    const [one, ...others] = views.map((view) => [shows(view), widths(view)])
    for (const other of others) expect(other).toEqual(one)
    expect(shows(anna)).toEqual(['#x|#y|#', '||', 'a|b|', 'c|d|'])
    expect([
      [120, 144, 120],
      [120, 96, 120],
    ]).toContainEqual(widths(anna))
    for (const view of views) expect(problems(view)).toEqual([])
  })
})

describe('a table that cannot be', () => {
  it.each([
    ['a cell that leads out of it', table('a|b 9x9', 'c'), ['a|b 9x2', 'c']],
    ['rows of other lengths', table('a|b|c', '', 'd'), ['a|b|c', '||', 'd||']],
    ['a cell over another', table('a|b 1x2', 'c 2x1'), ['a|b 1x2', 'c']],
  ])('is made even: %s', (_, start, after) => {
    const made = evened(start)
    expect(isEven(gridOf(made))).toBe(true)
    expect(written(made)).toEqual(after)
  })

  it('is laid out at once, whatever is stored as a span', () => {
    expect(gridOf(table('a 1000000000x1000000000|b 0x0', 'c')).width).toBeLessThan(300)
  })
})
