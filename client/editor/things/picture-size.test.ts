import { expect, it } from '@jest/globals'
import { nextSize, pictureSizes, sizeOfWidth, widthOfSize } from './picture-size.js'

it('[FG-1] a size is stored as a width and found again, whatever width a program wrote', () => {
  for (const size of pictureSizes) expect(sizeOfWidth(widthOfSize[size])).toBe(size)
  expect([1, 300, 559, 1000, 9999].map(sizeOfWidth)).toEqual(['S', 'S', 'M', 'L', 'FULL'])
  expect([null, 'wide', -3, Number.NaN].map(sizeOfWidth)).toEqual(['OWN', 'OWN', 'OWN', 'OWN'])
})

it('[FG-1] goes from small to full step by step, and stops there', () => {
  expect(nextSize('S', 1)).toBe('M')
  expect(nextSize('FULL', 1)).toBe('FULL')
  expect(nextSize('S', -1)).toBe('S')
  expect([nextSize('OWN', 1), nextSize('OWN', -1)]).toEqual(['L', 'M'])
})
