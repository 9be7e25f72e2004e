import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { aGif, aJpeg, aLossyWebp, aPng, aWebp } from '../../../test/builders/pictures.js'
import { fitsOnScreen, pictureIn } from './picture.js'

const extended = Buffer.concat([
  Buffer.from('RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0', 'latin1'),
  Buffer.from([0x7f, 0x02, 0, 0xdf, 0x01, 0]),
])
const whole: readonly (readonly [string, Buffer, ReturnType<typeof pictureIn>])[] = [
  ['PNG', aPng({ width: 7, height: 5 }), { mediaType: 'image/png', width: 7, height: 5 }],
  ['JPEG', aJpeg(), { mediaType: 'image/jpeg', width: 40, height: 30 }],
  ['GIF', aGif(), { mediaType: 'image/gif', width: 1, height: 1 }],
  ['WebP', aWebp(), { mediaType: 'image/webp', width: 1, height: 1 }],
  ['WebP, lossy', aLossyWebp(), { mediaType: 'image/webp', width: 1, height: 1 }],
  ['WebP, extended', extended, { mediaType: 'image/webp', width: 640, height: 480 }],
]

describe('what a picture is', () => {
  it.each(whole)('[FI-3] is read from its bytes: %s', (_, bytes, picture) => {
    expect(pictureIn(bytes)).toEqual(picture)
  })

  it.each([
    [1, 40, 30],
    [3, 40, 30],
    [6, 30, 40],
    [8, 30, 40],
  ])('[FI-3] a photograph is as large as it is shown: turned as %s, %s by %s', (orientation, width, height) => {
    expect(pictureIn(aJpeg({ orientation }))).toMatchObject({ width, height })
  })

  it.each([
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'SVG'],
    ['\ufeff<?xml version="1.0"?>\n<!-- drawn -->\n<svg></svg>', 'SVG'],
    ['<!DOCTYPE html><script>alert(1)</script>', 'OTHER'],
    ['%PDF-1.7', 'OTHER'],
    ['GIF8', 'OTHER'],
    ['', 'EMPTY'],
  ])('[FI-3] is none of what is taken: %j', (text, found) => {
    expect(pictureIn(Buffer.from(text))).toBe(found)
  })

  it.each(whole)('[FI-4] lacks its end, wherever it is cut: %s', (_, bytes) => {
    for (let length = 12; length < bytes.length; length++)
      expect([length, pictureIn(bytes.subarray(0, length))]).toEqual([length, 'DAMAGED'])
  })

  it.each(whole)('[FI-4] is never read behind its end, whatever its numbers say: %s', (_, bytes) => {
    const change = fc.record({ at: fc.nat(bytes.length - 1), to: fc.nat(255) })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), fc.nat(bytes.length), (changes, length) => {
        const changed = Buffer.from(bytes)
        for (const { at, to } of changes) changed[at] = to
        expect(() => pictureIn(changed.subarray(0, length))).not.toThrow()
      }),
      { numRuns: 500 },
    )
  })

  it('[FI-4] is too much for a browser when unpacking it would take more than 200 MB, or one side is very long', () => {
    const size = (width: number, height: number) => fitsOnScreen({ mediaType: 'image/png', width, height })
    expect(size(10_000, 5_000)).toBe(true)
    expect(size(10_000, 5_001)).toBe(false)
    expect(size(20_001, 1)).toBe(false)
  })
})
