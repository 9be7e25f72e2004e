import { describe, expect, it } from '@jest/globals'
import { clauseNames, type PlacedClause } from './clause-names.js'

const clause = (id: string, level: number, number: string, series: PlacedClause['series'] = 'BODY') => ({
  id,
  level,
  number,
  series,
})
const text = [
  clause('scope', 1, '1'),
  clause('body', 1, '6'),
  clause('first', 2, '6.1'),
  clause('deep', 3, '6.1.1'),
  clause('second', 2, '6.2'),
  clause('annex', 1, 'A', 'ANNEX'),
  clause('inAnnex', 2, 'A.1', 'ANNEX'),
  clause('books', 1, '', 'NONE'),
]

describe('the names of a clause', () => {
  it('[DL-7] are its own and those of all above it, by id and by number, and none of those beside it', () => {
    expect(clauseNames(text, 'deep')).toEqual(['deep', '6.1.1', 'first', '6.1', 'body', '6'])
    expect(clauseNames(text, 'second')).toEqual(['second', '6.2', 'body', '6'])
    expect(clauseNames(text, 'body')).toEqual(['body', '6'])
  })

  it('[DL-7] are those of an annex with its word; of one without a number, or that is gone, only the id', () => {
    expect(clauseNames(text, 'inAnnex')).toEqual(['inAnnex', 'A.1', 'annex', 'A', 'ANNEX A'])
    expect(clauseNames(text, 'books')).toEqual(['books'])
    expect(clauseNames(text, 'gone')).toEqual(['gone'])
  })
})
