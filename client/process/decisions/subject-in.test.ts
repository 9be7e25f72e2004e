import { expect, it } from '@jest/globals'
import { subjectIn } from './subject-in.js'

const read = (typed: Record<string, string>) => subjectIn({ optional: (name) => typed[name] ?? null })

it('reads what a decision is about from the list, or from what was typed, and not from both', () => {
  expect(read({ about: 'CONTRIBUTION FG-I 007' })).toEqual({ kind: 'CONTRIBUTION', key: 'FG-I 007' })
  expect(read({ subject: 'g 1' })).toEqual({ kind: 'GAP', key: 'g 1' })
  expect(read({ subject: 'O-02' })).toEqual({ kind: 'CASE', key: 'O-02' })
  expect(read({ subject: 'ITU-T L.1801' })).toEqual({ kind: 'ITEM', key: 'ITU-T L.1801' })
  expect(read({})).toBeNull()
  expect(read({ about: 'NOTHING x' })).toBeNull()
  expect(read({ about: 'DOCUMENT x', subject: 'G-01' })).toBe('TWO')
})
