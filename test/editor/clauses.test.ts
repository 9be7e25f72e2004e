/** What two people may do to clauses at the same time: acceptance, docs/rules/drafting.md, CB-1 to CB-5, CB-7 and CB-23. */
import { describe, expect, it } from '@jest/globals'
import * as document from '#schema/document/index.js'
import { clauseCommands } from '../../client/editor/commands/index.js'
import { outline, outlineOf, SharedText, twoAt, type Person } from './people.js'

/** Moves a clause by its title, as the tree does: below and after others by their titles. */
const move = (person: Person, title: string, below: string | null, after: string | null): boolean =>
  person.run(
    clauseCommands.moveTo(person.id(title), {
      parent: below === null ? null : person.id(below),
      after: after === null ? null : person.id(after),
    }),
  )

describe('two people and the same clauses', () => {
  it('[CB-1] keeps the words that one writes in a clause while the other moves it to the front', () => {
    const { text, anna, ben } = twoAt(`
      One
      Two
      Six: the sea
        Six point one: the land`)
    move(anna, 'Six', null, null)
    ben.type(' is wide', 'the sea')
    ben.type(' is near', 'the land')
    text.exchange()
    const wanted = outline(`
      Six: the sea is wide
        Six point one: the land is near
      One
      Two`)
    expect(text.shows).toBe(wanted)
    expect(ben.state.selection.head).toBe(ben.pos('is near', 'after'))
    expect(text.problems).toEqual([])
  })

  it.each([
    ['the one who is heard first', true],
    ['the one who is heard last', false],
  ])('[CB-2] leaves a clause that both move in one of the two places: %s may win', (_, isAnnaFirst) => {
    const { text, anna, ben } = twoAt('One\nTwo\nThree\nFour')
    move(anna, 'Three', null, null)
    move(ben, 'Three', 'Two', null)
    text.exchange(isAnnaFirst ? anna : ben)
    expect(['Three\nOne\nTwo\nFour', 'One\nTwo\n  Three\nFour']).toContain(text.shows)
    expect(text.problems).toEqual([])
  })

  it('[CB-3] keeps both clauses when each is put below the other: the earlier move holds, and nobody writes a repair', () => {
    const { text, anna, ben } = twoAt('One\nTwo\nThree: sea\nFour: land')
    // A move before, so that the numbers of the moves that meet differ: Ben's is the later.
    move(ben, 'One', null, 'Four')
    move(ben, 'Four', 'Three', null)
    move(anna, 'Three', 'Four', null)
    const heard: unknown[] = []
    for (const { doc } of text.people) doc.on('update', (_, origin) => void (origin === 'server' || heard.push(origin)))
    text.exchange()
    expect(text.shows).toBe(
      outline(`
        Two
        Four: land
          Three: sea
        One`),
    )
    expect(heard).toEqual([])
    expect(text.problems).toEqual([])
  })

  it('[CB-4] brings back a clause in which one writes while the other deletes it with all around it, in the place of its parent', () => {
    const { text, anna, ben } = twoAt(`
      Four
      Five: words
        Five point one
        Five point two: the sea
      Six`)
    anna.run(clauseCommands.remove(true, anna.id('Five')))
    expect(anna.shows).toBe('Four\nSix')
    ben.type(' is wide', 'the sea')
    text.exchange()
    expect(text.shows).toBe(
      outline(`
        Four
        Five point two: the sea is wide
        Six`),
    )
    expect(text.problems).toEqual([])
  })

  it('[CB-5] shows the clause that one adds to another while that is deleted', () => {
    const { text, anna, ben } = twoAt(`
      Four
      Five
        Five point one
        Five point two
      Six`)
    anna.run(clauseCommands.remove(true, anna.id('Five')))
    ben.run(clauseCommands.insertAfter(ben.id('Five point two')))
    ben.change((tr) => tr.insertText('Five point three'))
    text.exchange()
    expect(text.shows).toBe('Four\nFive point three\nSix')
    expect(text.problems).toEqual([])
  })

  it('[CB-7] leaves the words of another in a clause whose insertion is undone', () => {
    const { text, anna, ben } = twoAt('One\nTwo')
    anna.run(clauseCommands.insertAfter(anna.id('One')))
    anna.change((tr) => tr.insertText('Between'))
    text.exchange()
    ben.change((tr) => tr.insert(ben.block('Between') + 'Between'.length + 2, aParagraph('words of Ben')))
    text.exchange()
    anna.undo()
    anna.undo()
    expect(anna.binding.canUndo).toBe(false)
    text.exchange()
    expect(text.shows).toBe('One\n: words of Ben\nTwo')
    anna.redo()
    anna.redo()
    text.exchange()
    expect(text.shows).toBe('One\nBetween: words of Ben\nTwo')
    expect(text.problems).toEqual([])
  })

  it('[CB-7] takes an inserted clause away by undo when nobody else has written in it', () => {
    const { text, anna } = twoAt('One\nTwo')
    anna.run(clauseCommands.insertAfter(anna.id('One')))
    text.exchange()
    anna.undo()
    text.exchange()
    expect(text.shows).toBe('One\nTwo')
  })

  it.each([
    ['from a view', pasteInView],
    ['by the operation', insertThree],
  ])('[CB-23] keeps three clauses apart from three of another that come in at the same place, %s', (_, insert) => {
    for (let seed = 1; seed <= 20; seed++) {
      const text = new SharedText('One\nTwo')
      const [anna, ben] = [text.arrive('Anna'), text.arrive('Ben')]
      anna.doc.clientID = 1000 + seed * 7
      ben.doc.clientID = 5000 - seed * 11
      insert(anna, 'A')
      insert(ben, 'B')
      text.exchange(seed % 2 ? anna : ben)
      const [one, ...others] = text.shows.split('\n')
      expect([one, others.pop()]).toEqual(['One', 'Two'])
      expect(['A1 A2 A3 B1 B2 B3', 'B1 B2 B3 A1 A2 A3']).toContain(others.join(' '))
      expect(text.problems).toEqual([])
    }
  })
})

const { schema } = document
const aParagraph = (words: string) => schema.nodes['para']!.create(null, schema.text(words))

/** What pasting does to the view. */
function pasteInView(person: Person, name: string): void {
  const nodes = [1, 2, 3].map((number) =>
    schema.nodes['clause']!.create({ level: 1 }, [
      schema.nodes['clause_title']!.create(null, schema.text(`${name}${number}`)),
    ]),
  )
  const after = person.binding.startOf(person.id('Two'))!
  person.change((tr) => tr.insert(after, nodes))
  expect(outlineOf(person.state.doc)).toBe(`One\n${name}1\n${name}2\n${name}3\nTwo`)
}

function insertThree(person: Person, name: string): void {
  const drafts = [1, 2, 3].map((number) => ({ title: `${name}${number}` }))
  person.binding.operate((doc, act) =>
    document.insertClauses(doc, { parent: null, after: person.id('One') }, drafts, act),
  )
}
