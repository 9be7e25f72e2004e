import { createHash } from 'node:crypto'
import { expect, it } from '@jest/globals'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { MANIFEST, packageOf } from './transmission-package.js'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const files = [
  { name: 'text.json', bytes: strToU8('{"clauses":[]}') },
  { name: 'note.txt', bytes: strToU8('Please take this up. ’') },
]

it('[DV-6] lists every file with its hash and length, so that the parent can check what it got', () => {
  const unpacked = unzipSync(packageOf({ sentOn: '2027-03-01' }, files, sha256))
  const manifest = JSON.parse(strFromU8(unpacked[MANIFEST]!)) as {
    sentOn: string
    files: { name: string; sha256: string; bytes: number }[]
  }
  expect(manifest.sentOn).toBe('2027-03-01')
  expect(manifest.files.map(({ name }) => name)).toEqual(['text.json', 'note.txt'])
  for (const { name, sha256: hash, bytes } of manifest.files) {
    expect(sha256(unpacked[name]!)).toBe(hash)
    expect(unpacked[name]!.length).toBe(bytes)
  }
})

it('[DV-6] makes the same bytes of the same content', () => {
  expect(sha256(packageOf({ a: 1, b: 2 }, files, sha256))).toBe(sha256(packageOf({ b: 2, a: 1 }, files, sha256)))
})
