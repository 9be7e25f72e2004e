/** What goes to the parent, as one file. */
import { strToU8, zipSync, type Zippable } from 'fflate'
import { canonical } from '#schema/document/raw.js'

/** A file of a package. */
export interface Packed {
  readonly name: string
  readonly bytes: Uint8Array
}

/** One entry of the manifest. */
export interface Listed {
  readonly name: string
  /** SHA-256 in hexadecimal. */
  readonly sha256: string
  readonly bytes: number
}

export const MANIFEST = 'manifest.json'

/**
 * A ZIP file with a manifest that names every other file with its SHA-256 and its length, beside the facts about the transmission. The same
 * content gives the same bytes: files bear no time of their own. [DE-6, DV-6]
 */
export function packageOf(facts: object, files: readonly Packed[], sha256: (bytes: Uint8Array) => string): Uint8Array {
  const listed: Listed[] = files.map(({ name, bytes }) => ({ name, sha256: sha256(bytes), bytes: bytes.length }))
  const manifest = strToU8(canonical({ form: 1, ...facts, files: listed }))
  // The first moment that a ZIP file can hold, by the clock of wherever this runs: only its digits are written.
  const mtime = new Date(1980, 0, 1)
  const zipped: Zippable = {}
  for (const { name, bytes } of [{ name: MANIFEST, bytes: manifest }, ...files]) zipped[name] = [bytes, { mtime }]
  return zipSync(zipped)
}
