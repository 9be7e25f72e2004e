/**
 * What a picture is, read from its first bytes and never from what its sender says of it. Nothing is decompressed: each format tells its size in
 * the head, and how it ends says whether all of it came. [FI-3, FI-4]
 */
import { gif, jpeg, png, webp, type Format } from './picture-formats.js'

/** Types of files that are taken; browsers show all of them, and none can hold a program. */
export const mediaTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const
export type MediaType = (typeof mediaTypes)[number]

export interface Picture {
  readonly mediaType: MediaType
  /** As it is shown, in pixels: a photograph taken upright is upright. */
  readonly width: number
  readonly height: number
}

/** Why bytes cannot be shown as a picture. */
export type NoPicture = 'EMPTY' | 'SVG' | 'OTHER' | 'DAMAGED'

/** Most pixels of a picture, and along one side: what a browser has to unpack, at four bytes each. */
export const mostPixels = 50_000_000
export const longestSide = 20_000

const formats: Readonly<Record<MediaType, Format>> = {
  'image/png': png,
  'image/jpeg': jpeg,
  'image/gif': gif,
  'image/webp': webp,
}

/** The picture that these bytes are, or why they are none. */
export function pictureIn(bytes: Buffer): Picture | NoPicture {
  if (bytes.length === 0) return 'EMPTY'
  for (const mediaType of mediaTypes) {
    const format = formats[mediaType]
    if (!format.begins(bytes)) continue
    const size = format.sizeOf(bytes)
    return size && size.width > 0 && size.height > 0 ? { mediaType, ...size } : 'DAMAGED'
  }
  return /^\s*(<\?xml|<!doctype svg|<!--|<svg)/i.test(bytes.toString('latin1', 0, 1024).replace(/^\xef\xbb\xbf/, '')) &&
    bytes.includes('<svg')
    ? 'SVG'
    : 'OTHER'
}

/** Whether a browser can be asked to unpack it. */
export const fitsOnScreen = ({ width, height }: Picture): boolean =>
  width <= longestSide && height <= longestSide && width * height <= mostPixels
