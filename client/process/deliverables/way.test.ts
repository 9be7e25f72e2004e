import { expect, it } from '@jest/globals'
import { wayOf } from './way.js'

const parts = (...given: Parameters<typeof wayOf>) => wayOf(...given).map(({ state, part }) => `${state} ${part}`)

it('[DE-5] draws what lies behind, where it is, and what is to come', () => {
  expect(parts('WG_STABLE', [{ from: 'IN_DRAFTING', to: 'WG_STABLE', on: '2027-01-01' }])).toEqual([
    'PROPOSED DONE',
    'IN_DRAFTING DONE',
    'WG_STABLE HERE',
    'FG_REVIEW TO_COME',
    'FG_APPROVED TO_COME',
    'SUBMITTED_TO_PARENT TO_COME',
    'TAKEN_UP TO_COME',
  ])
})

it('[DE-5] tells the last day on which it came somewhere, of what lies behind only', () => {
  const steps = [
    { from: 'PROPOSED', to: 'IN_DRAFTING', on: '2027-01-01' },
    { from: 'IN_DRAFTING', to: 'FG_REVIEW', on: '2027-02-01' },
    { from: 'FG_REVIEW', to: 'IN_DRAFTING', on: '2027-03-01' },
  ] as const
  const days = new Map(wayOf('IN_DRAFTING', steps).map(({ state, on }) => [state, on]))
  expect(days.get('IN_DRAFTING')).toBe('2027-03-01')
  expect(days.get('FG_REVIEW')).toBeNull()
})

it('[DE-5] draws what stands aside behind what it came through, and goes on only from a rest', () => {
  const steps = [{ from: 'IN_DRAFTING', to: 'ON_HOLD', on: '2027-01-01' }] as const
  expect(parts('ON_HOLD', steps).slice(0, 4)).toEqual([
    'PROPOSED DONE',
    'IN_DRAFTING DONE',
    'ON_HOLD ASIDE',
    'WG_STABLE TO_COME',
  ])
  expect(parts('DROPPED', [{ from: 'PROPOSED', to: 'DROPPED', on: '2027-01-01' }])).toEqual([
    'PROPOSED DONE',
    'DROPPED ASIDE',
  ])
  expect(parts('MERGED', [])).toEqual(['MERGED ASIDE'])
})

it('[DE-5] draws another answer of the parent in the place of being taken up', () => {
  expect(parts('RETURNED', []).at(-1)).toBe('RETURNED HERE')
})
