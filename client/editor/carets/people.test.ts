import { describe, expect, it } from '@jest/globals'
import { caretHues, initialsOf, othersByClause, peopleIn } from './people.js'

const at = (c: string) => ({ anchor: { c, r: {} }, head: { c, r: {} } })
const state = (id: string, name: string, caret?: unknown) => ({ user: { id, name }, caret })

describe('who is in a text', () => {
  it('[CS-7] is one line a person, oneself first, whatever the number of their windows', () => {
    const people = peopleIn(
      new Map([
        [3, state('b', 'Bea', at('c2'))],
        [1, state('a', 'Ada', at('c1'))],
        [2, state('b', 'Bea', at('c1'))],
      ]),
      1,
    )
    expect(people.map(({ name, isSelf, clauses }) => [name, isSelf, clauses])).toEqual([
      ['Ada', true, ['c1']],
      ['Bea', false, ['c1', 'c2']],
    ])
    expect(people[0]!.sessions).toEqual([])
    expect(people[1]!.sessions.map(({ client }) => client)).toEqual([2, 3])
    expect(
      othersByClause(people)
        .get('c1')!
        .map(({ name }) => name),
    ).toEqual(['Bea'])
  })

  it('believes nothing of another shape', () => {
    const nonsense = [null, 1, 'x', {}, { user: {} }, { user: { id: 1, name: 'x' } }, { user: null }]
    expect(peopleIn(new Map(nonsense.map((one, i) => [i, one])), 0)).toEqual([])
    const odd = [
      at(1 as never),
      { anchor: {}, head: {} },
      { anchor: at('c').anchor },
      7,
      [],
      { anchor: { c: 'c', r: [] } },
    ]
    const people = peopleIn(new Map(odd.map((caret, i) => [i, state(`p${i}`, `P${i}`, caret)])), -1)
    expect(people.flatMap(({ sessions }) => sessions)).toEqual([])
    expect(people).toHaveLength(odd.length)
  })

  it('gives each a colour of their own while there are enough, the same for everybody who looks', () => {
    const states = new Map(Array.from({ length: caretHues }, (_, i) => [i, state(`person ${i}`, `P${i}`)]))
    const mine = peopleIn(states, 0)
    const theirs = peopleIn(new Map([...states].reverse()), 5)
    expect(new Set(mine.map(({ hue }) => hue)).size).toBe(caretHues)
    const byId = (people: typeof mine) => Object.fromEntries(people.map(({ id, hue }) => [id, hue]))
    expect(byId(theirs)).toEqual(byId(mine))
  })

  it('writes a face with two letters', () => {
    expect(initialsOf('Charles Adeyemi')).toBe('CA')
    expect(initialsOf('  Ana María de la Cruz ')).toBe('AC')
    expect(initialsOf('王小明')).toBe('王')
    expect(initialsOf('')).toBe('')
  })
})
