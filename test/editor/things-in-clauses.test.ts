/** The plain sentences again, with tables, figures, formulas and all that stands in the line: acceptance, docs/rules/drafting.md. */
import { expect, it } from '@jest/globals'
import type { Node } from 'prosemirror-model'
import { Plugin, TextSelection } from 'prosemirror-state'
import * as document from '#schema/document/index.js'
import { shownBy } from '../../client/editor/binding/index.js'
import { clauseCommands } from '../../client/editor/commands/index.js'
import { SharedText, twoAt, type Person } from './people.js'

const { schema } = document
const make = (type: string, attrs: object | null, ...content: Node[]): Node =>
  schema.nodes[type]!.create(attrs, content)
const words = (text: string, attrs: object | null = null): Node => make('para', attrs, schema.text(text))
const row = (...cells: string[]): Node =>
  make('table_row', null, ...cells.map((text) => make('table_cell', null, words(text))))

/** A table with caption and note, a figure with its key, an equation, and a paragraph with everything that stands in the line. */
const everything = (): Node[] => [
  make(
    'frame',
    { kind: 'TABLE', anchor: 'atable' },
    words('Energy of sites', { kind: 'CAPTION' }),
    make('table', null, row('Site', 'Energy'), row('North', '12'), row('South', '9')),
    words('Rounded up', { kind: 'NOTE' }),
  ),
  make(
    'frame',
    { kind: 'FIGURE', anchor: 'afigure' },
    make('image', { file: '01a00000-0000-7000-8000-000000000000', alt: 'Two curves', width: 300 }),
    words('Grey is estimated', { kind: 'KEY' }),
    words('Energy by month', { kind: 'CAPTION' }),
  ),
  make('equation', { tex: 'E = P t', anchor: 'anequation' }),
  make(
    'para',
    { kind: 'REQUIREMENT', anchor: 'arequirement' },
    schema.text('See '),
    make('reference', { to: 'atable', target: 'FRAME' }),
    make('citation', { key: 'ITU-T L.1410', item: 'itu-t-l-1410-11-2024' }),
    make('footnote', { note: 'Twice' }),
    make('math', { tex: 'E' }),
    make('line_break', null),
    schema.text('to the end'),
  ),
]

/** Puts all of it behind the last paragraph of a clause. */
function furnish(person: Person, title: string): void {
  const at = person.binding.startOf(person.id(title))!
  const end = at + person.state.doc.nodeAt(at)!.nodeSize - 1
  person.change((tr) => tr.insert(end, everything()))
}

const bodyOf = (person: Person, title: string): unknown => person.clause(title).content.toJSON()

it('[CB-1] words that one writes in a cell, a caption, a key and behind a citation are kept while another moves the clause', () => {
  const { text, anna, ben } = twoAt('One: first\nTwo: second\nSix: the sea\n  Below: the land')
  furnish(anna, 'Six')
  text.exchange()
  anna.run(clauseCommands.moveTo(anna.id('Six'), { parent: null, after: null }))
  for (const [said, after] of [
    [' and east', 'North'],
    [' and halls', 'sites'],
    [' by us', 'estimated'],
    [' of it', 'to the end'],
  ] as const)
    ben.type(said, after)
  text.exchange()
  expect(text.shows.startsWith('Six')).toBe(true)
  for (const said of ['North and east', 'sites and halls', 'estimated by us', 'to the end of it'])
    expect(anna.pos(said)).toBeGreaterThan(0)
  expect(text.problems).toEqual([])
})

it.each([
  ['moving it', (anna: Person) => anna.run(clauseCommands.moveTo(anna.id('Six'), { parent: null, after: null }))],
  ['deleting it', (anna: Person) => anna.run(clauseCommands.remove(true, anna.id('Six')))],
  [
    'splitting it between its things',
    (anna: Person) => {
      anna.select(anna.pos('See '))
      anna.run(clauseCommands.split)
    },
  ],
  [
    'deleting from a paragraph before a table to one behind the equation',
    (anna: Person) =>
      anna.change((tr) =>
        tr.setSelection(TextSelection.create(tr.doc, anna.pos('sea'), anna.pos('to the end'))).deleteSelection(),
      ),
  ],
  ['writing in a cell', (anna: Person) => anna.type(' and east', 'North')],
] as const)(
  '[CB-6] undo of %s brings all of it back, also after somebody else wrote in it; redo repeats it',
  (_, act) => {
    const { text, anna, ben } = twoAt('One: first\nSix: the sea\nTwo: second')
    furnish(anna, 'Six')
    text.exchange()
    anna.binding.stopCapturing()
    const before = bodyOf(ben, 'Six')
    act(anna)
    const done = anna.shows
    text.exchange()
    ben.type('!', 'first')
    text.exchange()
    anna.undo()
    text.exchange()
    expect(bodyOf(ben, 'Six')).toEqual(before)
    expect(text.shows).toContain('first!')
    anna.redo()
    text.exchange()
    expect(text.shows).toBe(done.replace('first', 'first!'))
    expect(text.problems).toEqual([])
  },
)

it('[CB-7] a cell that another wrote in is there after the clause in which it stands was taken back', () => {
  const { text, anna, ben } = twoAt('One: first')
  anna.run(clauseCommands.append([{ title: 'New' }]))
  furnish(anna, 'New')
  text.exchange()
  ben.type(' and east', 'North')
  text.exchange()
  while (anna.undo());
  text.exchange()
  expect(JSON.stringify(ben.state.doc.toJSON())).toContain(' and east')
  expect(text.problems).toEqual([])
})

it('[CB-11, CB-20] what another writes in a cell of a long text is one small step, and every other clause stays the object it was', () => {
  const clauses = Array.from({ length: 250 }, (_, i) => `Clause ${i}: words of ${i}`)
  const text = new SharedText(clauses.join('\n'))
  const steps: number[] = []
  const sizes: number[] = []
  const watching = new Plugin({
    state: {
      init: () => null,
      apply: (tr) => {
        if (!shownBy(tr)?.isRemote || !tr.docChanged) return null
        steps.push(tr.steps.length)
        tr.mapping.maps.forEach((map) => map.forEach((_from, _to, from, to) => void sizes.push(to - from)))
        return null
      },
    },
  })
  const [anna, ben] = [text.arrive('Anna', watching), text.arrive('Ben')]
  furnish(ben, 'Clause 120')
  text.exchange()
  steps.length = 0
  sizes.length = 0
  const before = [...anna.state.doc.children]
  ben.type(' and east', 'North')
  text.exchange()
  expect({ steps, sizes }).toEqual({ steps: [1], sizes: [' and east'.length] })
  const redrawn = anna.state.doc.children.filter((clause, i) => clause !== before[i])
  expect(redrawn.map(({ firstChild }) => firstChild!.textContent)).toEqual(['Clause 120'])
  expect(text.problems).toEqual([])
})
