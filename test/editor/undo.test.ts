/** Undo and redo of everything that can be done, also after what others did meanwhile: acceptance, docs/rules/drafting.md, CB-6. */
import { describe, expect, it } from '@jest/globals'
import { joinBackward } from 'prosemirror-commands'
import { Fragment, Slice } from 'prosemirror-model'
import { NodeSelection } from 'prosemirror-state'
import * as document from '#schema/document/index.js'
import { blockCommands, clauseCommands } from '../../client/editor/commands/index.js'
import { spotOf, twoAt, type Person } from './people.js'

const { schema } = document

const start = `
  Elsewhere: far away
  One: first words | and more
  Two: the sea is wide | the land is near
    Two point one: deep
      Two point one point one: deeper
    Two point two: high
  Three: the end`

interface Action {
  readonly name: string
  /** Where the caret or selection is before. */
  readonly select: (anna: Person) => void
  readonly act: (anna: Person) => unknown
}

const inTwo = (anna: Person) => anna.select(anna.pos('sea'), anna.pos('sea', 'after'))
const caretInLand = (anna: Person) => anna.select(anna.pos('land'))

const actions: readonly Action[] = [
  { name: 'typing', select: caretInLand, act: (anna) => anna.change((tr) => tr.insertText('wild ')) },
  { name: 'typing over a selection', select: inTwo, act: (anna) => anna.change((tr) => tr.insertText('ocean')) },
  { name: 'moving down', select: inTwo, act: (anna) => anna.run(clauseCommands.moveDown()) },
  { name: 'moving up', select: inTwo, act: (anna) => anna.run(clauseCommands.moveUp()) },
  {
    name: 'moving by the tree',
    select: inTwo,
    act: (anna) => anna.run(clauseCommands.moveTo(anna.id('Two'), { parent: anna.id('Three'), after: null })),
  },
  {
    name: 'promoting',
    select: (anna) => anna.select(anna.pos('deep')),
    act: (anna) => anna.run(clauseCommands.promote()),
  },
  { name: 'demoting', select: inTwo, act: (anna) => anna.run(clauseCommands.demote()) },
  { name: 'inserting after', select: inTwo, act: (anna) => anna.run(clauseCommands.insertAfter()) },
  { name: 'inserting before', select: inTwo, act: (anna) => anna.run(clauseCommands.insertBefore()) },
  { name: 'inserting below', select: inTwo, act: (anna) => anna.run(clauseCommands.insertBelow()) },
  {
    name: 'pasting three clauses',
    select: inTwo,
    act: (anna) => {
      const nodes = ['A', 'B', 'C'].map((title) =>
        schema.nodes['clause']!.create({ level: 2 }, [
          schema.nodes['clause_title']!.create(null, schema.text(title)),
          schema.nodes['para']!.create(null, schema.text(`text of ${title}`)),
        ]),
      )
      const at = anna.binding.startOf(anna.id('Three'))!
      anna.change((tr) => tr.replace(at, at, new Slice(Fragment.from(nodes), 0, 0)))
    },
  },
  { name: 'deleting with children', select: inTwo, act: (anna) => anna.run(clauseCommands.remove(true)) },
  { name: 'deleting without children', select: inTwo, act: (anna) => anna.run(clauseCommands.remove(false)) },
  {
    name: 'deleting a clause that is selected as a whole',
    select: (anna) =>
      anna.change((tr) => tr.setSelection(NodeSelection.create(tr.doc, anna.binding.startOf(anna.id('Two'))!))),
    act: (anna) => anna.change((tr) => tr.deleteSelection()),
  },
  {
    name: 'splitting in a paragraph',
    select: (anna) => anna.select(anna.pos('wide')),
    act: (anna) => anna.run(clauseCommands.split),
  },
  {
    name: 'splitting in a title',
    select: (anna) => anna.select(anna.pos('Two') + 2),
    act: (anna) => anna.run(clauseCommands.split),
  },
  { name: 'joining', select: inTwo, act: (anna) => anna.run(clauseCommands.join()) },
  {
    name: 'joining a clause to its parent',
    select: (anna) => anna.select(anna.pos('deep')),
    act: (anna) => anna.run(clauseCommands.join()),
  },
  {
    name: 'deleting across clauses',
    select: (anna) => anna.select(anna.pos('more'), anna.pos('deeper') + 3),
    act: (anna) => anna.change((tr) => tr.deleteSelection()),
  },
  {
    name: 'deleting across clauses, selected from behind',
    select: (anna) => anna.select(anna.pos('end'), anna.pos('land')),
    act: (anna) => anna.change((tr) => tr.deleteSelection()),
  },
  { name: 'changing an attribute', select: inTwo, act: (anna) => anna.run(clauseCommands.setStatus('AGREED')) },
  { name: 'changing the kind of a paragraph', select: inTwo, act: (anna) => anna.run(blockCommands.setKind('NOTE')) },
  { name: 'making a list', select: inTwo, act: (anna) => anna.run(blockCommands.setList('BULLET')) },
  { name: 'emphasis', select: inTwo, act: (anna) => anna.run(blockCommands.strong) },
  {
    name: 'splitting a paragraph',
    select: (anna) => anna.select(anna.pos('is near')),
    act: (anna) => anna.change((tr) => tr.split(anna.state.selection.from)),
  },
  {
    name: 'joining paragraphs',
    select: (anna) => anna.select(anna.pos('the land')),
    act: (anna) => joinBackward(anna.state, (tr) => anna.view.dispatch(tr)),
  },
]

/** All that is shown but the clauses in which Ben writes. */
const withoutBen = (anna: Person) =>
  anna.state.doc.children
    .filter(({ textContent }) => !textContent.startsWith('Elsewhere') && !textContent.includes('by Ben'))
    .map((clause) => clause.toJSON() as unknown)

const writeElsewhere = (ben: Person): void => {
  ben.type(', says Ben,', 'far')
  ben.binding.operate((doc, act) =>
    document.insertClause(
      doc,
      { parent: null, after: null },
      { title: 'by Ben', body: [document.paragraph('by Ben')] },
      act,
    ),
  )
  ben.run(clauseCommands.insertAfter(String(ben.state.doc.lastChild!.attrs['id'])))
  ben.change((tr) => tr.insertText('also by Ben'))
}

describe.each(actions)('undo of $name', ({ select, act }) => {
  const before = () => {
    const people = twoAt(start)
    select(people.anna)
    return { ...people, old: withoutBen(people.anna), spot: spotOf(people.anna.state.selection) }
  }

  it('[CB-6] restores text, order and selection in one step; redo repeats it, again and again', () => {
    const { text, anna, old, spot } = before()
    act(anna)
    const done = withoutBen(anna)
    expect(done).not.toEqual(old)
    for (let time = 0; time < 3; time++) {
      anna.undo()
      expect(withoutBen(anna)).toEqual(old)
      expect(spotOf(anna.state.selection)).toEqual(spot)
      expect(anna.binding.canUndo).toBe(false)
      anna.redo()
      expect(withoutBen(anna)).toEqual(done)
      expect(anna.binding.canRedo).toBe(false)
      text.exchange()
    }
    expect(text.problems).toEqual([])
  })

  it('[CB-6] does so also after another wrote elsewhere, between each step', () => {
    const { text, anna, ben, old, spot } = before()
    act(anna)
    const done = withoutBen(anna)
    text.exchange()
    writeElsewhere(ben)
    text.exchange()
    anna.undo()
    expect(withoutBen(anna)).toEqual(old)
    expect(spotOf(anna.state.selection)).toEqual(spot)
    ben.type('. More by Ben', 'also by Ben')
    text.exchange()
    expect(withoutBen(anna)).toEqual(old)
    anna.redo()
    expect(withoutBen(anna)).toEqual(done)
    text.exchange()
    expect(ben.shows).toBe(anna.shows)
    expect(ben.shows).toContain('far, says Ben, away')
    expect(ben.shows).toContain('also by Ben. More by Ben')
    expect(text.problems).toEqual([])
  })
})
