import { expect, it } from '@jest/globals'
import { fitsCode, nextCode, readCode } from './deliverable-code.js'

it('[DE-2] reads the code of a working group and of the whole group', () => {
  expect(readCode('D.WG2-05')).toEqual({ subgroup: 2, number: 5 })
  expect(readCode('D-12')).toEqual({ subgroup: null, number: 12 })
  for (const wrong of ['D.WG0-01', 'D.WG2-5', 'd.wg2-05', 'D.WG2_05', 'TS-D.WG2-05', ''])
    expect(readCode(wrong)).toBeNull()
})

it('[DV-1] offers one above the highest, each working group by itself, and fills no gap', () => {
  const taken = ['D.WG2-01', 'D.WG2-05', 'D.WG3-09', 'D-02', 'an older style']
  expect(nextCode(taken, 2)).toBe('D.WG2-06')
  expect(nextCode(taken, 1)).toBe('D.WG1-01')
  expect(nextCode(taken, 3)).toBe('D.WG3-10')
  expect(nextCode(taken, null)).toBe('D-03')
  expect(nextCode(['D-99'], null)).toBe('D-100')
})

it('[DE-2] knows whether a code names the working group that writes', () => {
  expect(fitsCode('D.WG2-06', 2)).toBe(true)
  expect(fitsCode('D.WG2-06', 3)).toBe(false)
  expect(fitsCode('D.WG2-06', null)).toBe(false)
  expect(fitsCode('D-06', null)).toBe(true)
})
