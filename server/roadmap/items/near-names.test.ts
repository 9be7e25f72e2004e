import { expect, it } from '@jest/globals'
import { normalise } from '#schema/vocabulary/designation.js'
import { nearNames } from './near-names.js'

it('[SE-6] knows what may have been meant by a number', () => {
  expect(nearNames(normalise('L.1081'))).toContain('l 1801')
  expect(nearNames(normalise('ISO/IEC 21301'))).toContain('iso iec 21031')
  expect(nearNames(normalise('P7101'))).toContain('p 7100')
})

it('[SE-6] never offers the name itself, nor guesses where there is no number', () => {
  expect(nearNames('l 1801')).not.toContain('l 1801')
  expect(nearNames('itu t')).toEqual([])
  expect(nearNames('')).toEqual([])
})
