import { expect, it } from '@jest/globals'
import { agree, saidAnew, type Said } from './agreement.js'

const before: Said = { text: 'Write a draft', outcome: 'NEEDS_ACTION', holder: 'Anna', due: '2026-12-01' }

it('[RC-11] writes owner and time anew as well as words and outcome, and nothing that stands already', () => {
  const row = { ...before, outcome: 'COMPLETED', holder: 'Ben', due: 'meeting 4' }
  expect(agree(before, before, row)).toEqual({
    write: { outcome: 'COMPLETED', holder: 'Ben', due: 'meeting 4' },
    held: row,
  })
  expect(agree(before, before, before).write).toEqual({})
})

it('[RC-3, RC-11] leaves to somebody the part that they are changing, and writes the others', () => {
  const there = { ...before, due: '2027-01-15' }
  const row = { ...before, holder: 'Ben', due: '2026-12-24' }
  expect(agree(before, there, row)).toEqual({ write: { holder: 'Ben' }, held: row })
  expect(saidAnew('due', there, row)).toBe('2027-01-15')
  expect(agree(before, { ...before, text: 'Write a' }, { ...before, text: 'Send it' })).toEqual({
    write: {},
    held: before,
  })
})

it('[RC-11] keeps words about a time that no row can hold', () => {
  const said = { ...before, due: 'after the summer' }
  expect(agree(said, said, { ...before, due: '', holder: 'Ben' })).toEqual({
    write: { holder: 'Ben' },
    held: { ...said, holder: 'Ben' },
  })
  expect(agree(said, said, before).write).toEqual({ due: '2026-12-01' })
})

it('[RC-4] remembers what the row says for a record that the text has lost', () => {
  expect(agree(before, null, { ...before, due: '' })).toEqual({ write: {}, held: { ...before, due: '' } })
})

it('[RC-11] takes what was empty and stayed so for unchanged', () => {
  const held = { ...before, due: '' }
  expect(saidAnew('due', { ...before, due: ' ' }, held)).toBeUndefined()
  expect(saidAnew('due', { ...before, due: '' }, before)).toBe('')
  expect(saidAnew('due', before, null)).toBe('2026-12-01')
})
