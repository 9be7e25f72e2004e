import { afterEach, describe, expect, it } from '@jest/globals'
import { Thread } from '#server/platform/threads/index.js'
import type { EchoTasks } from './threads/echo.worker.js'

let thread: Thread<EchoTasks>
afterEach(() => thread.stop())

const anew = () => (thread = new Thread<EchoTasks>({ near: import.meta.url, name: 'threads/echo.worker' }))

describe('work beside the main thread', () => {
  it('is answered, each task with its own answer', async () => {
    anew()
    const answers = await Promise.all(['a', 'b', 'c'].map((words) => thread.ask('say', words)))
    expect(answers).toEqual(['a true', 'b true', 'c true'])
  })

  it('hands over what went wrong, and goes on', async () => {
    anew()
    const [failed, done] = await Promise.allSettled([thread.ask('fail', 'No such clause'), thread.ask('say', 'a')])
    expect(failed).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('No such clause') } })
    expect(done).toMatchObject({ value: 'a true' })
    expect(thread.starts).toBe(1)
  })

  it('tells everybody who waits when it ends, and begins anew for the next', async () => {
    anew()
    const all = await Promise.allSettled([thread.ask('die', 3), thread.ask('say', 'a')])
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await thread.ask('say', 'b')).toBe('b true')
    expect(thread.starts).toBe(2)
  })
})
