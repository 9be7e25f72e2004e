import { expect, it } from '@jest/globals'
import { together } from './together.js'

const asked: (readonly string[])[] = []
const lengths = together<string, number>(async (keys) => {
  asked.push(keys)
  if (keys.includes('fault')) throw new Error('the database is away')
  return new Map(keys.flatMap((key) => (key === 'gone' ? [] : [[key, key.length]])))
})

it('asks once for all who ask in one turn, each key once', async () => {
  asked.length = 0
  expect(await Promise.all(['a', 'bb', 'a', 'gone'].map(lengths))).toEqual([1, 2, 1, null])
  expect(asked).toEqual([['a', 'bb', 'gone']])
})

it('remembers nothing', async () => {
  asked.length = 0
  await lengths('a')
  await lengths('a')
  expect(asked).toEqual([['a'], ['a']])
})

it('a fault is told to all who asked, and to nobody after them', async () => {
  const all = await Promise.allSettled(['a', 'fault'].map(lengths))
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await lengths('a')).toBe(1)
})

it('so many that one statement would be too long go in several', async () => {
  asked.length = 0
  await Promise.all(Array.from({ length: 450 }, (_, i) => lengths(`k${i}`)))
  expect(asked.map(({ length }) => length)).toEqual([200, 200, 50])
})
