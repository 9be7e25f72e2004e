import { IMPORT_LIMITS } from '#schema/vocabulary/imports.js'
import { refuse } from '#server/platform/errors/index.js'

export interface ZipEntry {
  readonly name: string
  readonly packedBytes: number
  readonly unpackedBytes: number
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const mostEntries = 2000
/** Text of a workbook shrinks to a tenth or twentieth; what shrinks a thousand times was made to. */
const mostShrunk = 500

/**
 * What is in a zip, read from its table of contents without unpacking anything. Refuses: IMPORT_UNREADABLE for what is no zip, IMPORT_BOMB for one
 * that says it would unpack to more than is taken. What it says is held against it again while unpacking. [IM-1]
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const noZip = () => refuse('IMPORT_UNREADABLE', { why: 'ZIP', line: 1 })
  let end = bytes.length - 22
  const earliest = Math.max(0, end - 65_535)
  while (end >= earliest && view.getUint32(end, true) !== END) end -= 1
  if (end < earliest || end < 0) throw noZip()
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const bomb = (unpacked: number) =>
    refuse('IMPORT_BOMB', {
      megabytes: Math.round(unpacked / 1024 ** 2),
      limit: IMPORT_LIMITS.unpackedBytes / 1024 ** 2,
    })
  // The large form of a zip (beyond 4 GB or 65,534 entries) is none of ours.
  if (count > mostEntries || at === 0xffffffff) throw bomb(0xffffffff)

  const entries: ZipEntry[] = []
  let unpacked = 0
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) throw noZip()
    const packedBytes = view.getUint32(at + 20, true)
    const unpackedBytes = view.getUint32(at + 24, true)
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [number, number, number]
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + lengths[0]))
    entries.push({ name, packedBytes, unpackedBytes })
    unpacked += unpackedBytes
    if (unpacked > IMPORT_LIMITS.unpackedBytes) throw bomb(unpacked)
    if (unpackedBytes > 1024 ** 2 && unpackedBytes > mostShrunk * packedBytes) throw bomb(unpackedBytes)
    at += 46 + lengths[0] + lengths[1] + lengths[2]
  }
  return entries
}
