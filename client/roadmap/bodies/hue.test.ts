import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { hueOf } from './hue.js'

it('gives every slug one of the twelve hues, the same each time', () =>
  fc.assert(
    fc.property(fc.string(), (slug) => {
      expect(hueOf(slug)).toBeGreaterThanOrEqual(1)
      expect(hueOf(slug)).toBeLessThanOrEqual(12)
      expect(hueOf(slug)).toBe(hueOf(slug))
    }),
  ))

it('tells the bodies apart that stand side by side most often', () => {
  const often = ['iso', 'iec', 'iso-iec-jtc1', 'itu-t', 'ieee-sa', 'etsi', 'cen-cenelec']
  expect(new Set(often.map(hueOf)).size).toBe(often.length)
})
