/** Places that are kept and sent: every position comes back, and stays with its words whatever others write. */
import { describe, expect, it } from '@jest/globals'
import * as document from '#schema/document/index.js'
import { clauseCommands } from '../../client/editor/commands/index.js'
import { SharedText, twoAt, type Person } from './people.js'

const report = `
  One: the sea | {BULLET}the land
  Two
    Three: deep | _ | high
  Four: end`

/** All positions that a caret or the edge of a selection can have. */
function positions(person: Person): number[] {
  const all: number[] = []
  person.state.doc.descendants((node, pos) => {
    if (node.isTextblock) for (let i = 0; i <= node.content.size; i++) all.push(pos + 1 + i)
  })
  return all
}

const sides = ['before', 'after'] as const

describe('a place in the text', () => {
  it('is found again where it was, for every position and with everybody', () => {
    const { text, anna, ben } = twoAt(report)
    text.exchange()
    for (const pos of positions(anna))
      for (const side of sides) {
        const place = JSON.parse(JSON.stringify(anna.binding.placeOf(pos, side)))
        expect([pos, side, anna.binding.posOf(place)]).toEqual([pos, side, pos])
        expect([pos, side, ben.binding.posOf(place)]).toEqual([pos, side, pos])
      }
  })

  it('is found again beside things that are no text', () => {
    const text = new SharedText('One')
    const thing: document.RawElement = { name: 'equation', attrs: {}, content: [] }
    const plain = (insert: string): document.RawText => ({ spans: [{ insert, marks: {} }], attrs: {} })
    document.insertClause(
      text.server,
      { parent: null },
      {
        title: 'Odd',
        body: [
          { name: 'para', attrs: {}, content: [thing, plain('sea'), thing, thing, plain('land')] },
          {
            name: 'para',
            attrs: {},
            content: [plain('a'), plain(''), plain('b'), { spans: [], attrs: { lang: 'fr' } }],
          },
          { name: 'para', attrs: {}, content: [] },
          { name: 'figure', attrs: {}, content: [] },
          document.paragraph([
            { insert: 'x', marks: {} },
            { insert: { embed: { y: 1 } }, marks: {} },
          ]),
        ],
      },
    )
    const anna = text.arrive('Anna')
    for (const pos of positions(anna))
      for (const side of sides)
        expect([pos, side, anna.binding.posOf(anna.binding.placeOf(pos, side)!)]).toEqual([pos, side, pos])
  })

  it('stays between the same characters while another writes, marks and moves', () => {
    const { text, anna, ben } = twoAt(report)
    const around = (person: Person, pos: number) => {
      const $pos = person.state.doc.resolve(pos)
      const words = $pos.parent.textContent
      return `${words.slice(0, $pos.parentOffset)}^${words.slice($pos.parentOffset)}`
    }
    const kept = positions(anna).map((pos) => ({ place: anna.binding.placeOf(pos)!, was: around(anna, pos) }))
    ben.type(' wide', 'the sea')
    ben.change((tr) => tr.insertText('very ', ben.pos('deep')))
    ben.change((tr) => tr.insert(ben.block('high'), tr.doc.type.schema.nodes['para']!.create()))
    ben.change((tr) => tr.setNodeAttribute(ben.block('the land'), 'kind', 'NOTE'))
    ben.run(clauseCommands.moveTo(ben.id('Three'), { parent: null, after: null }))
    ben.run(clauseCommands.insertAfter(ben.id('One')))
    ben.run(clauseCommands.demote(ben.id('Four')))
    text.exchange()
    for (const { place, was } of kept)
      for (const person of text.people) {
        const pos = person.binding.posOf(place)
        expect(pos).not.toBeNull()
        const now = around(person, pos!)
        expect([was, now.replace(' wide', '').replace('very ', '')]).toEqual([was, was])
      }
  })

  it('is nowhere while its clause is deleted, and there again when that is undone', () => {
    const { text, anna, ben } = twoAt(report)
    const place = anna.binding.placeOf(anna.pos('deep') + 2)!
    ben.run(clauseCommands.remove(true, ben.id('Three')))
    text.exchange()
    expect(anna.binding.posOf(place)).toBeNull()
    ben.undo()
    text.exchange()
    expect(anna.binding.posOf(place)).toBe(anna.pos('deep') + 2)
  })

  it('is nowhere for what means nothing', () => {
    const { anna } = twoAt(report)
    expect(anna.binding.placeOf(0)).toBeNull()
    expect(anna.binding.placeOf(-1)).toBeNull()
    expect(anna.binding.placeOf(100_000)).toBeNull()
    expect(anna.binding.posOf({ c: 'nobody', r: null })).toBeNull()
    for (const r of [{}, { tname: 'about' }, { type: { client: 5, clock: 5 } }, { item: { client: 1, clock: 0 } }])
      expect(anna.binding.posOf({ c: anna.id('One'), r })).toBeNull()
  })
})
