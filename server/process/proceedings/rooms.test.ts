import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { roomStateOf } from './room-states.js'
import { inTurn, rowBeside } from './room-steps.js'

it('[RO-1] opens for the days of the meeting, and before them to rehearse', () => {
  expect(roomStateOf('RUNNING', false)).toBe('OPEN')
  expect(roomStateOf('RUNNING', true)).toBe('OPEN')
  expect(roomStateOf('ANNOUNCED', true)).toBe('REHEARSAL')
  expect((['PLANNED', 'ANNOUNCED', 'ENDED', 'CANCELLED'] as const).map((state) => roomStateOf(state, false))).toEqual(
    Array(4).fill('CLOSED'),
  )
  expect((['ENDED', 'CANCELLED'] as const).map((state) => roomStateOf(state, true))).toEqual(['CLOSED', 'CLOSED'])
})

it('[RO-2] goes on in reading order, and nowhere behind the last or before the first', () => {
  const rows = [{ id: 'a' }, { id: 'b' }]
  expect(rowBeside(rows, null, 'NEXT')).toEqual({ id: 'a' })
  expect(rowBeside(rows, 'a', 'NEXT')).toEqual({ id: 'b' })
  expect(rowBeside(rows, 'b', 'NEXT')).toBeNull()
  expect(rowBeside(rows, 'a', 'PREVIOUS')).toBeNull()
  expect(rowBeside([], null, 'NEXT')).toBeNull()
})

it('[RO-5] puts one before another and loses nobody', () => {
  expect(inTurn(['a', 'b', 'c'], 'c', 'a')).toEqual(['c', 'a', 'b'])
  expect(inTurn(['a', 'b', 'c'], 'a', null)).toEqual(['b', 'c', 'a'])
  expect(inTurn(['a', 'b'], 'gone', 'a')).toEqual(['a', 'b'])
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { maxLength: 8 }), fc.nat(), fc.option(fc.nat()), (ids, one, before) => {
      const id = ids[one % Math.max(1, ids.length)] ?? 'x'
      const turned = inTurn(ids, id, before === null ? null : (ids[before % Math.max(1, ids.length)] ?? null))
      expect(turned.toSorted()).toEqual(ids.toSorted())
    }),
  )
})
