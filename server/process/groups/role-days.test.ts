import { expect, it } from '@jest/globals'
import { countsInGroupAs, isCurrentOn, isHeldOn } from './role-days.js'

it('[GR-1] counts the first day of a role and not the day after its last', () => {
  const role = { fromOn: '2026-01-01', toOn: '2026-07-01' }
  const held = ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map((day) => isHeldOn(role, day))
  expect(held).toEqual([false, true, true, false])
})

it('[GR-1] holds a role whose days are not known', () => {
  expect(isHeldOn({ fromOn: null, toOn: null }, '2026-01-01')).toBe(true)
})

it('[GR-4] shows no office of a concluded group as held today', () => {
  const role = { fromOn: '2019-08-21', toOn: null }
  expect(isCurrentOn(role, '2026-01-01', 'CONCLUDED')).toBe(false)
  expect(isCurrentOn(role, '2026-01-01', 'EXTENDED')).toBe(true)
})

it('[GR-2] lets the chair of a working group take part in the group without chairing it', () => {
  expect(countsInGroupAs('CHAIR', 'wg1')).toBe('PARTICIPANT')
  expect(countsInGroupAs('CHAIR', null)).toBe('CHAIR')
  expect(countsInGroupAs('EDITOR', 'wg1')).toBe('EDITOR')
})
