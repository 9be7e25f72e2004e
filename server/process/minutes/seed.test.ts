import { describe, expect, it } from '@jest/globals'
import { endRows, patentRow } from '#schema/vocabulary/agenda.js'
import { wordsFor } from '#schema/words/index.js'
import { minutesClauses } from './seed.js'

const titles = (...rows: string[]) =>
  minutesClauses(
    wordsFor('en'),
    rows.map((title, at) => ({ id: String(at), parentId: null, title })),
  ).map(({ title }) => title)

describe('what minutes begin with', () => {
  it('[RC-6] has clauses for who was there, the rows, the question about patents and the next meeting', () => {
    expect(titles('Water')).toEqual(['Who was present', 'Water', 'Question about patents', 'Next meeting and closing'])
    expect(titles()).toEqual([
      'Who was present',
      'What was discussed',
      'Question about patents',
      'Next meeting and closing',
    ])
  })

  it('[RC-6] has no second clause for what a row of a ready-made agenda is about', () => {
    expect(titles('Water', patentRow)).toEqual(['Who was present', 'Water', patentRow, 'Next meeting and closing'])
    for (const row of endRows) expect(titles(row)).toEqual(['Who was present', row, 'Question about patents'])
    expect(titles(patentRow, ...endRows)).toEqual(['Who was present', patentRow, ...endRows])
  })
})
