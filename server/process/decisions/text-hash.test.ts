import { expect, it } from '@jest/globals'
import { textHash } from './text-hash.js'

const scope = { id: 'c1', level: 1, hash: 'aa' }
const terms = { id: 'c2', level: 1, hash: 'bb' }

it('[DC-6] is the same for the same text, and another once a clause was written in, moved or indented', () => {
  const hash = textHash([scope, terms])
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(textHash([{ ...scope }, { ...terms }])).toBe(hash)
  const others = [
    textHash([terms, scope]),
    textHash([scope]),
    textHash([{ ...scope, hash: 'ab' }, terms]),
    textHash([scope, { ...terms, level: 2 }]),
  ]
  expect(new Set([hash, ...others]).size).toBe(5)
})
