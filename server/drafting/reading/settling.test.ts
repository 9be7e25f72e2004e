import { afterEach, beforeEach, expect, it, jest } from '@jest/globals'
import { Settling } from './settling.js'

beforeEach(() => void jest.useFakeTimers())
afterEach(() => void jest.useRealTimers())

function watched(act: (key: string) => Promise<void> = async () => {}) {
  const acted: string[] = []
  const settling = new Settling({ quiet: 3, longest: 10 }, async (key) => {
    acted.push(key)
    await act(key)
  })
  return { settling, acted }
}

it('[RD-4] acts once when nothing has changed for a while', async () => {
  const { settling, acted } = watched()
  settling.touch('a')
  await jest.advanceTimersByTimeAsync(2)
  settling.touch('a')
  await jest.advanceTimersByTimeAsync(2)
  expect(acted).toEqual([])
  await jest.advanceTimersByTimeAsync(1)
  expect(acted).toEqual(['a'])
  await jest.advanceTimersByTimeAsync(100)
  expect(acted).toEqual(['a'])
})

it('[RD-4] acts in the midst of changes that do not end', async () => {
  const { settling, acted } = watched()
  for (let at = 0; at < 25; at += 1) {
    settling.touch('a')
    await jest.advanceTimersByTimeAsync(1)
  }
  expect(acted).toEqual(['a', 'a'])
})

it('[RD-4] acts on one after the other, and again on what changed meanwhile', async () => {
  const release: (() => void)[] = []
  const { settling, acted } = watched(() => new Promise<void>((resolve) => release.push(resolve)))
  settling.touch('a')
  settling.touch('b')
  await jest.advanceTimersByTimeAsync(3)
  expect(acted).toEqual(['a'])
  settling.touch('a')
  await jest.advanceTimersByTimeAsync(3)
  for (let i = 0; i < 3; i += 1) {
    release[i]!()
    await jest.advanceTimersByTimeAsync(0)
  }
  expect(acted).toEqual(['a', 'b', 'a'])
})

it('stops after what it was doing, and begins nothing more', async () => {
  let end!: () => void
  const { settling, acted } = watched(() => new Promise<void>((resolve) => (end = resolve)))
  settling.touch('a')
  await jest.advanceTimersByTimeAsync(3)
  settling.touch('b')
  let hasStopped = false
  const stopped = settling.stop().then(() => (hasStopped = true))
  await jest.advanceTimersByTimeAsync(100)
  expect(hasStopped).toBe(false)
  end()
  await stopped
  settling.touch('c')
  await jest.advanceTimersByTimeAsync(100)
  expect(acted).toEqual(['a'])
})
