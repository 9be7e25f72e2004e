import { expect, it } from '@jest/globals'
import { streamOf } from './stream.js'

const source = (limit?: number) => {
  let push!: (value: number) => void
  let listens = false
  const stream = streamOf<number>((listener) => {
    push = listener
    listens = true
    return () => void (listens = false)
  }, limit)
  return { stream, push: (value: number) => push(value), listens: () => listens }
}

it('hands on what is pushed, before and after it is asked for', async () => {
  const { stream, push } = source()
  push(1)
  push(2)
  expect(await stream.next()).toEqual({ value: 1, done: false })
  expect(await stream.next()).toEqual({ value: 2, done: false })
  const third = stream.next()
  push(3)
  expect(await third).toEqual({ value: 3, done: false })
})

it('stops listening when the reader leaves, even one who waits', async () => {
  const { stream, push, listens } = source()
  const waiting = stream.next()
  await stream.return!()
  expect(listens()).toBe(false)
  expect((await waiting).done).toBe(true)
  push(1)
  expect((await stream.next()).done).toBe(true)
})

it('lets go of a reader who falls behind, and says so', async () => {
  const { stream, push, listens } = source(2)
  for (const value of [1, 2, 3]) push(value)
  expect(listens()).toBe(false)
  await expect(stream.next()).rejects.toMatchObject({ code: 'FELL_BEHIND' })
  expect((await stream.next()).done).toBe(true)
})
