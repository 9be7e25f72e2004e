/** How each format begins, tells its size, and ends. All numbers come from outside: nothing is read behind the end. */

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Format {
  /** Whether bytes begin as one of this format does. */
  begins(bytes: Buffer): boolean
  /** The size; null when the bytes are damaged or something is missing at the end. */
  sizeOf(bytes: Buffer): Size | null
}

const textAt = (bytes: Buffer, at: number, length: number): string => bytes.toString('latin1', at, at + length)

/** A head of signature and IHDR, then chunks, each with its length and a checksum, the last one IEND. [W3C PNG, 5] */
export const png: Format = {
  begins: (bytes) => textAt(bytes, 0, 8) === '\x89PNG\r\n\x1a\n',
  sizeOf(bytes) {
    if (bytes.length < 33 || textAt(bytes, 12, 4) !== 'IHDR') return null
    let hasData = false
    for (let at = 8; at + 12 <= bytes.length;) {
      const type = textAt(bytes, at + 4, 4)
      hasData ||= type === 'IDAT'
      at += 12 + bytes.readUInt32BE(at)
      if (at > bytes.length) return null
      if (type === 'IEND') return hasData ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : null
    }
    return null
  },
}

/** A screen descriptor, blocks, and the byte 0x3b behind the last one. [GIF89a, 18, 27] */
export const gif: Format = {
  begins: (bytes) => /^GIF8[79]a$/.test(textAt(bytes, 0, 6)),
  sizeOf(bytes) {
    if (bytes.length < 14) return null
    let hasImage = false
    let at = 13 + colours(bytes[10]!)
    while (at < bytes.length) {
      const kind = bytes[at]
      if (kind === 0x3b) return hasImage ? { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) } : null
      if (kind === 0x2c && at + 10 < bytes.length) {
        hasImage = true
        at = afterBlocks(bytes, at + 11 + colours(bytes[at + 9]!))
      } else if (kind === 0x21) at = afterBlocks(bytes, at + 2)
      else return null
    }
    return null
  },
}

/** Bytes of the table of colours that a flag byte announces. */
const colours = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

/** Behind the sub-blocks that begin here: each says its length, the last one is empty. */
function afterBlocks(bytes: Buffer, at: number): number {
  while (at < bytes.length && bytes[at] !== 0) at += 1 + bytes[at]!
  return at + 1
}

/** A RIFF container of known length whose first chunk is VP8, VP8L or VP8X. [RFC 9649, 2] */
export const webp: Format = {
  begins: (bytes) => textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP',
  sizeOf(bytes) {
    if (bytes.length < 30 || bytes.readUInt32LE(4) + 8 > bytes.length) return null
    switch (textAt(bytes, 12, 4)) {
      case 'VP8 ':
        if (textAt(bytes, 23, 3) !== '\x9d\x01\x2a') return null
        return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
      case 'VP8L': {
        if (bytes[20] !== 0x2f) return null
        const bits = bytes.readUInt32LE(21)
        return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
      }
      case 'VP8X':
        return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
      default:
        return null
    }
  },
}

/** Frame headers: all SOF markers but DHT (c4), JPG (c8) and DAC (cc). */
const tellsSize = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** Segments, each behind a marker and with its length, up to the scan; then data up to EOI. [ITU-T T.81, B.1] */
export const jpeg: Format = {
  begins: (bytes) => textAt(bytes, 0, 3) === '\xff\xd8\xff',
  sizeOf(bytes) {
    let size: Size | null = null
    let isTurned = false
    for (let at = 2; at + 4 <= bytes.length;) {
      if (bytes[at] !== 0xff) return null
      const marker = bytes[at + 1]!
      // Fill bytes may stand before a marker.
      if (marker === 0xff) {
        at += 1
        continue
      }
      if (marker === 0xda) {
        if (!size || bytes.lastIndexOf('\xff\xd9', undefined, 'latin1') < at) return null
        return isTurned ? { width: size.height, height: size.width } : size
      }
      const length = bytes.readUInt16BE(at + 2)
      if (length < 2 || at + 2 + length > bytes.length) return null
      if (tellsSize(marker) && length >= 8)
        size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
      if (marker === 0xe1) isTurned = orientationOf(bytes.subarray(at + 4, at + 2 + length)) >= 5
      at += 2 + length
    }
    return null
  },
}

/** How a camera was held, 1 to 8; from 5 on width and height are exchanged. 1 where nothing says. [CIPA DC-008 Exif, 4.6.4 tag 0x0112] */
function orientationOf(segment: Buffer): number {
  if (textAt(segment, 0, 6) !== 'Exif\0\0' || segment.length < 16) return 1
  const tiff = segment.subarray(6)
  const little = textAt(tiff, 0, 2) === 'II'
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (directory + 2 > tiff.length) return 1
  const entries = short(directory)
  for (let at = directory + 2, seen = 0; seen < entries && at + 12 <= tiff.length; at += 12, seen += 1) {
    if (short(at) === 0x0112) return short(at + 8)
  }
  return 1
}
