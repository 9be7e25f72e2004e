import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { clauseKinds } from '../vocabulary/documents.js'
import { clauseNumbers, letters, roman, type NumberedLine } from './numbering.js'
import { clampLevels } from './tree.js'

/** `SCOPE`, `.CLAUSE`: a dot for each level below the first. */
const numbersOf = (kinds: string, scheme?: 'PLAIN') => {
  const lines = kinds
    .split(' ')
    .map((word, i) => ({ id: `${i}`, kind: word.replaceAll('.', ''), level: 1 + (word.match(/\./g)?.length ?? 0) }))
  return [...clauseNumbers(lines, scheme).values()].map(({ text }) => text || '-').join(' ')
}

describe('clause numbers', () => {
  it('[ST-1] gives clauses 1 to 5 their fixed numbers and begins the body with 6', () => {
    expect(
      numbersOf(
        'SUMMARY KEYWORDS INTRODUCTION SCOPE REFERENCES DEFINITIONS .CLAUSE .CLAUSE ..CLAUSE ABBREVIATIONS CONVENTIONS CLAUSE .CLAUSE ..CLAUSE ..CLAUSE .CLAUSE CLAUSE BIBLIOGRAPHY',
      ),
    ).toBe('- - - 1 2 3 3.1 3.2 3.2.1 4 5 6 6.1 6.1.1 6.1.2 6.2 7 -')
  })

  it('[ST-1] does not renumber the body while a fixed clause is missing', () => {
    expect(numbersOf('SCOPE DEFINITIONS CLAUSE .CLAUSE')).toBe('1 3 6 6.1')
  })

  it('[ST-5] letters annexes, counts appendices in Roman numerals, and starts anew in each', () => {
    expect(numbersOf('SCOPE CLAUSE ANNEX .CLAUSE ..CLAUSE ANNEX .CLAUSE APPENDIX .CLAUSE APPENDIX BIBLIOGRAPHY')).toBe(
      '1 6 A A.1 A.1.1 B B.1 I I.1 II -',
    )
    expect([letters(1), letters(26), letters(27), letters(703)]).toEqual(['A', 'Z', 'AA', 'AAA'])
    expect([roman(4), roman(9), roman(14), roman(40), roman(1994)]).toEqual(['IV', 'IX', 'XIV', 'XL', 'MCMXCIV'])
  })

  it('[CL-16] numbers a second clause for a place, and one further down, as body text', () => {
    expect(numbersOf('SCOPE SCOPE CLAUSE .SCOPE .ANNEX SUMMARY SUMMARY .CLAUSE INTRODUCTION .CLAUSE')).toBe(
      '1 6 7 7.1 7.2 - 8 8.1 - -',
    )
  })

  it('numbers a plain text from 1, whatever its kinds, and takes kinds it does not know as ordinary', () => {
    expect(numbersOf('SCOPE CLAUSE .CLAUSE ANNEX', 'PLAIN')).toBe('1 2 2.1 3')
    expect(numbersOf('SCOPE FUTURE .FUTURE')).toBe('1 6 6.1')
  })

  it('[CL-15] never gives a number twice, and follows the order', () => {
    const list = fc.array(
      fc.record({ kind: fc.constantFrom(...clauseKinds, 'FUTURE'), level: fc.integer({ min: 1, max: 4 }) }),
    )
    fc.assert(
      fc.property(list, (wanted) => {
        const levels = clampLevels(wanted.map(({ level }, i) => ({ id: `${i}`, level })))
        const lines: NumberedLine[] = levels.map((line, i) => ({ ...line, kind: wanted[i]!.kind }))
        const texts = [...clauseNumbers(lines).values()].map(({ text }) => text).filter(Boolean)
        expect(new Set(texts).size).toBe(texts.length)
        expect(clauseNumbers(lines).size).toBe(lines.length)
      }),
    )
  })
})
