import { describe, expect, it } from '@jest/globals'
import { mayBeNamed, withPeople, withPeopleInJson } from './printed-people.js'
import { Signs } from './signs.js'

const names = (number: number, isFull: boolean) =>
  number === 1 ? (isFull ? 'Ada "A" Lovelace, Engines' : 'Ada "A" Lovelace') : null

describe('people in reports', () => {
  it('[RP-6] are signs in the text, and names for whoever reads it', () => {
    expect(withPeople('{P1} and {P1 in full}', names)).toBe('Ada "A" Lovelace and Ada "A" Lovelace, Engines')
    expect(JSON.parse(withPeopleInJson(JSON.stringify({ text: '{P1}' }), names))).toEqual({ text: 'Ada "A" Lovelace' })
  })

  it('[RP-6] leaves a sign that stands for nobody as somebody typed it', () => {
    expect(withPeople('{P7}, {p1}, {P}', names)).toBe('{P7}, {p1}, {P}')
  })

  it('[RP-6, RG-7] names nobody who said no, and of those who were not asked only office-holders', () => {
    expect(mayBeNamed({ consents: false, holdsOffice: true })).toBe(false)
    expect(mayBeNamed({ consents: true, holdsOffice: false })).toBe(true)
    expect(mayBeNamed({ consents: null, holdsOffice: true })).toBe(true)
    expect(mayBeNamed({ consents: null, holdsOffice: false })).toBe(false)
  })

  it('[RP-6] keep their number, and new ones get the next', () => {
    const signs = new Signs([{ number: 1, personId: 'ada' }])
    expect([signs.of('bob'), signs.inFull('ada'), signs.of('bob')]).toEqual(['{P2}', '{P1 in full}', '{P2}'])
    expect(signs.added).toEqual([{ number: 2, personId: 'bob' }])
  })
})
