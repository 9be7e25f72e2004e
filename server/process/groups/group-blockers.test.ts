import { expect, it } from '@jest/globals'
import { linesFor, type Blocker } from './blocker.js'
import { groupBlockers } from './group-blockers.js'

const codes = (over: Partial<Parameters<typeof groupBlockers>[0]> = {}) =>
  groupBlockers({ slug: 'fg-x', state: 'ESTABLISHED', hasTerms: true, held: ['CHAIR', 'SECRETARIAT'], ...over }).map(
    ({ code }) => code,
  )

it('[GS-9] names what a group lacks to meet, and nothing of one that lacks nothing or has concluded', () => {
  expect(codes()).toEqual([])
  expect(codes({ hasTerms: false, held: ['EDITOR'] })).toEqual(['NO_TERMS', 'NO_CHAIR', 'NO_SECRETARIAT'])
  expect(codes({ state: 'ESTABLISHED_PROVISIONAL' })).toEqual(['NOT_CONFIRMED'])
  expect(codes({ state: 'PROPOSED' })).toEqual(['NOT_SET_UP'])
  expect(codes({ state: 'CONCLUDED', hasTerms: false, held: [] })).toEqual([])
})

const line = (code: string, whose: Blocker['whose'], dueOn: string | null): Blocker => ({
  code,
  args: {},
  whose,
  dueOn,
  settle: { verb: 'X', href: '/', permission: null },
})

it('[GS-9] shows each what concerns their role, the earliest first', () => {
  const all = [
    line('a', ['CHAIR'], null),
    line('b', ['CHAIR', 'EDITOR'], '2027-02-01'),
    line('c', ['EDITOR'], '2027-01-01'),
  ]
  const seen = (...held: Blocker['whose']) => linesFor(all, held).map(({ code }) => code)
  expect(seen('CHAIR')).toEqual(['b', 'a'])
  expect(seen('EDITOR', 'PARTICIPANT')).toEqual(['c', 'b'])
  expect(seen('LIAISON_OFFICER')).toEqual([])
})
