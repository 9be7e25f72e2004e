import { expect, it } from '@jest/globals'
import { readStatement, statements } from './statements.js'

it('[RE-1, RE-2] offers each type from both sides, and what holds both ways once', () => {
  expect(statements).toHaveLength(24)
  expect(new Set(statements.map(({ value }) => value)).size).toBe(24)
  expect(statements.filter(({ type }) => type === 'IDENTICAL_TO')).toHaveLength(1)
})

it('reads what it wrote, and nothing else', () => {
  for (const { value, type, isOutgoing } of statements) expect(readStatement(value)).toMatchObject({ type, isOutgoing })
  for (const value of ['', 'NEXT_TO', '<IDENTICAL_TO']) expect(readStatement(value)).toBeNull()
})
