import { expect, it } from '@jest/globals'
import { wordsFor } from '#schema/words/index.js'
import { clauseNameOf } from './clause-name.js'

it('[ST-5] names annexes and appendices by their word, and clauses in them by letter and number', () => {
  const words = wordsFor('en')
  const name = (level: number, number: string, series: 'BODY' | 'ANNEX' | 'APPENDIX' | 'NONE', title = 'Forms') =>
    clauseNameOf({ level, number, series, title }, words)
  expect(name(2, '6.2', 'BODY')).toBe('6.2 Forms')
  expect(name(1, 'A', 'ANNEX')).toBe('Annex A Forms')
  expect(name(2, 'A.2', 'ANNEX')).toBe('A.2 Forms')
  expect(name(1, 'II', 'APPENDIX')).toBe('Appendix II Forms')
  expect(name(1, '', 'NONE')).toBe('Forms')
  expect(name(1, '', 'NONE', '')).toBe('Without a heading')
})
