import { expect, it } from '@jest/globals'
import { wordsFor } from '#schema/words/index.js'
import { clauseNameOf, mannerOf } from './clause-name.js'

it('[ST-5] names annexes and appendices by their word, and clauses in them by letter and number', () => {
  const words = wordsFor('en')
  const name = (level: number, number: string, series: 'BODY' | 'ANNEX' | 'APPENDIX' | 'NONE', title = 'Forms') =>
    clauseNameOf({ level, number, series, title, isInformative: false }, words)
  expect(name(2, '6.2', 'BODY')).toBe('6.2 Forms')
  expect(name(1, 'A', 'ANNEX')).toBe('Annex A Forms')
  expect(name(2, 'A.2', 'ANNEX')).toBe('A.2 Forms')
  expect(name(1, 'II', 'APPENDIX')).toBe('Appendix II Forms')
  expect(name(1, '', 'NONE')).toBe('Forms')
  expect(name(1, '', 'NONE', '')).toBe('Without a heading')
})

it('[ST-5] says beside the letter of an annex, and nowhere else, whether it holds provisions', () => {
  const words = wordsFor('en')
  const manner = (level: number, series: 'BODY' | 'ANNEX' | 'APPENDIX', isInformative: boolean) =>
    mannerOf({ level, number: 'A', series, title: '', isInformative }, words)
  expect(manner(1, 'ANNEX', false)).toBe('(normative)')
  expect(manner(1, 'ANNEX', true)).toBe('(informative)')
  expect([manner(2, 'ANNEX', true), manner(1, 'APPENDIX', true), manner(1, 'BODY', true)]).toEqual([null, null, null])
})
